package io.qingtu.web.api;

import io.qingtu.protocol.message.item.SafetyAlarm;
import io.qingtu.protocol.message.item.SafetyAlarmType;
import io.qingtu.server.store.AlertFilter.Cursor;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.SafetyAlarmQueries;
import io.qingtu.server.store.SafetyAlarmRow;
import io.qingtu.server.store.Scope;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;

/** The alarms that a vehicle's own driving assistance has raised, and their evidence. */
public final class SafetyAlarmsController implements Controller {
  private static final int MAX_LIMIT = 500;

  private record Page(List<Alarm> alarms, String next) {}

  private record Alarm(
      long id,
      String kind,
      String kindTitle,
      int type,
      List<String> titles,
      int level,
      String phase,
      long number,
      Instant time,
      Instant end,
      Instant received,
      int speedKmh,
      double lon,
      double lat,
      int attachments,
      boolean complete,
      List<Long> media) {}

  private final FleetQueries fleet;
  private final SafetyAlarmQueries alarms;

  public SafetyAlarmsController(FleetQueries fleet, SafetyAlarmQueries alarms) {
    this.fleet = fleet;
    this.alarms = alarms;
  }

  @Override
  public void mount(Router api) {
    api.get("/vehicles/:plate/safety-alarms").handler(Reply.json(this::page));
  }

  private Page page(RoutingContext ctx) {
    String plate = ctx.pathParam("plate");
    Scope scope = Sessions.scope(ctx);
    fleet.find(plate, scope).orElseThrow(() -> ApiException.notFound("vehicle " + plate));
    Arguments in = new Arguments(ctx);
    Period period = Period.of(in);
    int limit = in.number("limit", 100, 1, MAX_LIMIT);
    List<SafetyAlarmRow> found =
        alarms.ofVehicle(
            plate,
            period.from(),
            period.to(),
            in.text("cursor").map(AlertCursor::read),
            scope,
            limit + 1);
    boolean more = found.size() > limit;
    List<SafetyAlarmRow> shown = more ? found.subList(0, limit) : found;
    String next = null;
    if (more) {
      SafetyAlarmRow last = shown.get(limit - 1);
      next = AlertCursor.write(new Cursor(last.time(), last.id()));
    }
    return new Page(shown.stream().map(SafetyAlarmsController::alarm).toList(), next);
  }

  private static Alarm alarm(SafetyAlarmRow row) {
    return new Alarm(
        row.id(),
        String.format("0x%02X", row.kind()),
        kindTitle(row.kind()),
        row.type(),
        SafetyAlarmType.titles(row.kind(), row.type()),
        row.level(),
        phase(row.phase()),
        row.number(),
        row.time(),
        row.endedAt(),
        row.receivedAt(),
        row.speedKmh(),
        row.lon(),
        row.lat(),
        row.attachments(),
        row.completeAt() != null,
        row.media());
  }

  private static String kindTitle(int kind) {
    return switch (kind) {
      case 0x64 -> "高级驾驶辅助系统报警";
      case 0x65 -> "驾驶员状态监测系统报警";
      case 0x66 -> "胎压监测系统报警";
      case 0x67 -> "盲区监测系统报警";
      default -> "激烈驾驶报警";
    };
  }

  private static String phase(int phase) {
    return switch (phase) {
      case SafetyAlarm.START -> "START";
      case SafetyAlarm.END -> "END";
      default -> "EVENT";
    };
  }
}
