package io.qingtu.web.api;

import io.qingtu.route.device.DeviceAlert;
import io.qingtu.route.device.DeviceFinding;
import io.qingtu.route.device.DeviceHealth;
import io.qingtu.route.device.SensorStanding;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.rule.RuleNames;
import io.qingtu.server.store.DeviceHistory;
import io.qingtu.server.store.DeviceHistory.Cursor;
import io.qingtu.server.store.DeviceHistory.Entry;
import io.qingtu.server.store.DeviceHistory.Kind;
import io.qingtu.server.store.DeviceQueries;
import io.qingtu.server.store.DeviceQueries.DeviceCase;
import io.qingtu.server.store.DeviceQueries.DeviceRow;
import io.qingtu.server.store.DriverCardRow;
import io.qingtu.server.store.DriverCards;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.SensorQueries;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The device of one vehicle: how its sensors stand, whose card is in it, what is the matter with
 * it, and what once was.
 */
public final class VehicleDeviceController implements Controller {
  private static final int MAX_LIMIT = 200;
  private static final String KEY = "\\d{1,11}\\.\\d{1,6}_[A-Z]{1,20}_\\d{1,18}";

  /** What only those are told who see the terminals themselves. */
  private static final Set<Kind> OF_TERMINALS = EnumSet.of(Kind.INSTALLATION, Kind.BINDING);

  /**
   * @param phone of the terminal; empty where none is entered
   * @param heard when anything came from that last; null where nothing ever has
   * @param card of the driver who is in the vehicle; null where nobody knows
   */
  private record Device(
      Instant time,
      String phone,
      Instant heard,
      Card card,
      List<Sensor> sensors,
      List<DeviceDetails> findings) {}

  /**
   * @param reason of a bad one, as its alert carries it; null of others
   * @param alertId of a bad one; null of others
   */
  private record Sensor(
      SensorKind sensor, SensorStanding.State state, Instant since, String reason, String alertId) {
    static Sensor of(SensorStanding s) {
      Optional<DeviceAlert> fault = Optional.ofNullable(s.fault());
      return new Sensor(
          s.sensor(),
          s.state(),
          s.since(),
          fault.map(DeviceAlert::reason).orElse(null),
          fault.map(a -> Long.toString(a.id())).orElse(null));
    }
  }

  /**
   * 刷卡: who has shown a card, masked for who may not know it.
   *
   * @param number of the qualification; of the identity card where the card has no other
   */
  private record Card(String name, String number, Instant since) {
    static Card of(DriverCardRow row, boolean masked) {
      return masked
          ? new Card(
              DriverView.maskedName(row.name()), DriverView.maskedLicence(row.number()), row.time())
          : new Card(row.name(), row.number(), row.time());
    }
  }

  private record History(List<Told> entries, String next) {}

  /**
   * @param id of what it is; with the kind it tells one from another
   * @param ruleName of a fault; null of others
   */
  private record Told(
      String key,
      Kind kind,
      String id,
      Instant at,
      Instant since,
      Instant until,
      String what,
      String state,
      String reason,
      String ruleName,
      String ruleNameEn,
      String phone,
      String by) {
    static Told of(Entry e) {
      boolean rule = e.kind() == Kind.FINDING;
      return new Told(
          e.kind() + "-" + e.id(),
          e.kind(),
          Long.toString(e.id()),
          e.at(),
          e.since(),
          e.until(),
          e.what(),
          e.state(),
          e.reason(),
          rule ? RuleNames.of(e.what()).zh() : null,
          rule ? RuleNames.of(e.what()).en() : null,
          e.phone(),
          e.actor());
    }
  }

  private final FleetQueries fleet;
  private final DeviceQueries devices;
  private final SensorQueries sensors;
  private final DriverCards cards;
  private final DeviceHistory history;
  private final Supplier<Parameters> parameters;
  private final CityClock clock;

  public VehicleDeviceController(
      FleetQueries fleet,
      DeviceQueries devices,
      SensorQueries sensors,
      DriverCards cards,
      DeviceHistory history,
      Supplier<Parameters> parameters,
      CityClock clock) {
    this.fleet = fleet;
    this.devices = devices;
    this.sensors = sensors;
    this.cards = cards;
    this.history = history;
    this.parameters = parameters;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/vehicles/:plate/device").handler(Reply.json(this::device));
    api.get("/vehicles/:plate/device-history").handler(Reply.json(this::page));
  }

  private Device device(RoutingContext ctx) {
    VehicleRow vehicle = NamedVehicle.of(ctx, fleet);
    Scope scope = Sessions.scope(ctx);
    Instant now = clock.now();
    Parameters rules = parameters.get();
    DeviceRow row =
        devices
            .find(vehicle.plate(), now, scope)
            .orElseThrow(() -> ApiException.notFound("vehicle " + vehicle.plate()));
    List<DeviceCase> cases = devices.cases(vehicle.id(), scope);
    List<DeviceFinding> found = new DeviceHealth(rules, now).of(List.of(row.facts()));
    Duration shown = Duration.ofMillis(rules.millis(Parameter.DRIVER_AGE_S));
    Duration silence = Duration.ofMillis(rules.millis(Parameter.OFFLINE_PARKED_S));
    return new Device(
        now,
        row.phone(),
        row.facts().heard(),
        cards
            .shown(vehicle.id(), now, shown)
            .map(c -> Card.of(c, DriversController.isMasked(ctx)))
            .orElse(null),
        sensors.of(vehicle.plate(), scope).stream()
            .map(s -> Sensor.of(SensorStanding.of(s, row.facts().alerts(), now, silence)))
            .toList(),
        found.stream().map(f -> DeviceDetails.of(f, row, cases)).toList());
  }

  private History page(RoutingContext ctx) {
    VehicleRow vehicle = NamedVehicle.of(ctx, fleet);
    Arguments in = new Arguments(ctx);
    int limit = in.number("limit", 50, 1, MAX_LIMIT);
    Optional<Cursor> before = in.text("cursor").map(VehicleDeviceController::cursor);
    Set<Kind> kinds = EnumSet.allOf(Kind.class);
    if (!Sessions.account(ctx).may(Permission.TERMINALS)) {
      kinds.removeAll(OF_TERMINALS);
    }
    List<Entry> found = history.page(vehicle.id(), kinds, before, limit + 1);
    List<Entry> page = found.subList(0, Math.min(limit, found.size()));
    return new History(
        page.stream().map(Told::of).toList(),
        found.size() > limit ? word(page.get(limit - 1).cursor()) : null);
  }

  private static String word(Cursor c) {
    return c.at().getEpochSecond() + "." + c.at().getNano() / 1000 + "_" + c.kind() + "_" + c.id();
  }

  private static Cursor cursor(String word) {
    if (word.matches(KEY)) {
      String[] part = word.split("[._]");
      Optional<Kind> kind =
          EnumSet.allOf(Kind.class).stream().filter(k -> k.name().equals(part[2])).findFirst();
      if (kind.isPresent()) {
        Instant at = Instant.ofEpochSecond(Long.parseLong(part[0]), Long.parseLong(part[1]) * 1000);
        return new Cursor(at, kind.get(), Long.parseLong(part[3]));
      }
    }
    throw ApiException.badParameter("cursor", "\"" + word + "\" was not given by this server");
  }
}
