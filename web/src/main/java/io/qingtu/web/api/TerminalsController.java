package io.qingtu.web.api;

import io.qingtu.server.store.OddCount;
import io.qingtu.server.store.OddKey;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.TraitQueries;
import io.qingtu.server.store.TraitQueries.ModelCount;
import io.qingtu.server.store.TraitQueries.TerminalRow;
import io.qingtu.server.store.TraitRow;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Terminals: what they are, and what they send that is not understood. */
public final class TerminalsController implements Controller {
  /** A server that was killed has left its terminals as connected. */
  private static final Duration SILENCE = Duration.ofMinutes(15);

  private record Terminal(
      String phone,
      String plate,
      String company,
      boolean online,
      String manufacturer,
      String model,
      String terminalId,
      String imei,
      String firmware,
      String version,
      String header,
      String registeredProfile,
      String profile,
      String profileBy,
      long messages,
      Instant firstSeen,
      Instant lastSeen,
      int unknownKinds,
      long unknownCount) {}

  private record Unknown(
      OddKey.Kind kind,
      String id,
      Integer length,
      String detail,
      long count,
      Instant first,
      Instant last,
      List<String> samples) {}

  private record UnknownOfModel(
      String manufacturer,
      String model,
      OddKey.Kind kind,
      String id,
      Integer length,
      String detail,
      long count,
      int terminals,
      Instant first,
      Instant last,
      List<String> samples) {}

  private final TraitQueries traits;
  private final CityClock clock;

  public TerminalsController(TraitQueries traits, CityClock clock) {
    this.traits = traits;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/terminals").handler(Reply.json(ctx -> Map.of("terminals", terminals(ctx))));
    api.get("/terminals/:phone/unknown")
        .handler(Reply.json(ctx -> Map.of("unknown", ofTerminal(ctx))));
    api.get("/unknown").handler(Reply.json(ctx -> Map.of("unknown", ofModels(ctx))));
  }

  private List<Terminal> terminals(RoutingContext ctx) {
    need(ctx);
    Instant now = clock.now();
    Optional<String> plate = new Arguments(ctx).text("plate");
    return traits.terminals(Sessions.scope(ctx)).stream()
        .filter(row -> plate.isEmpty() || row.plate().equals(plate.get()))
        .map(row -> terminal(row, now))
        .toList();
  }

  private static Terminal terminal(TerminalRow row, Instant now) {
    Optional<TraitRow> t = row.traits();
    return new Terminal(
        row.phone(),
        row.plate(),
        row.company(),
        t.map(TraitRow::connected).orElse(false)
            && row.heard().map(now.minus(SILENCE)::isBefore).orElse(false),
        t.map(TraitRow::manufacturer).orElse(""),
        t.map(TraitRow::model).orElse(""),
        t.map(TraitRow::terminalId).orElse(""),
        t.map(TraitRow::imei).orElse(""),
        t.map(TraitRow::firmware).orElse(""),
        t.map(TraitRow::version).orElse(""),
        t.map(TraitRow::header).orElse(""),
        row.registeredProfile(),
        t.map(TraitRow::profile).orElse(""),
        t.map(TraitRow::profileBy).orElse(""),
        t.map(TraitRow::messages).orElse(0L),
        t.map(TraitRow::first).orElse(null),
        row.heard().orElse(null),
        row.unknownKinds(),
        row.unknownCount());
  }

  private List<Unknown> ofTerminal(RoutingContext ctx) {
    need(ctx);
    String phone = ctx.pathParam("phone");
    if (!traits.isRegistered(phone, Sessions.scope(ctx))) {
      throw ApiException.notFound("terminal " + phone);
    }
    return traits.unknown(phone).stream().map(TerminalsController::unknown).toList();
  }

  private static Unknown unknown(OddCount row) {
    return new Unknown(
        row.key().kind(),
        id(row.key()),
        length(row.key()),
        row.key().detail(),
        row.count(),
        row.first(),
        row.last(),
        row.samples());
  }

  private List<UnknownOfModel> ofModels(RoutingContext ctx) {
    need(ctx);
    if (!Sessions.scope(ctx).wholeCity()) {
      throw ApiException.forbidden("models are the whole city's");
    }
    return traits.unknownByModel().stream().map(TerminalsController::ofModel).toList();
  }

  private static UnknownOfModel ofModel(ModelCount row) {
    return new UnknownOfModel(
        row.manufacturer(),
        row.model(),
        row.key().kind(),
        id(row.key()),
        length(row.key()),
        row.key().detail(),
        row.count(),
        row.terminals(),
        row.first(),
        row.last(),
        row.samples());
  }

  private static String id(OddKey key) {
    return switch (key.kind()) {
      case MESSAGE, TRAILING, MALFORMED -> String.format("0x%04x", key.id());
      case ITEM, ITEM_LENGTH, TRANSPARENT -> String.format("0x%02x", key.id());
      case DEVIATION, FRAME, OVERFLOW -> "";
    };
  }

  private static Integer length(OddKey key) {
    return key.length() == OddKey.ANY_LENGTH ? null : key.length();
  }

  private static void need(RoutingContext ctx) {
    Sessions.need(ctx, Permission.TERMINALS);
  }
}
