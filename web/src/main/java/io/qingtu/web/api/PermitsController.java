package io.qingtu.web.api;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.Validity;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.PermitQueries;
import io.qingtu.server.store.PermitQueries.Expiring;
import io.qingtu.server.store.PermitQueries.Held;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The permits of a vehicle, and those that run out soon: for the bureau and whose they are. */
public final class PermitsController implements Controller {
  private record Warnings(Instant time, List<Warning> permits) {}

  /**
   * @param hoursLeft whole hours
   * @param warning 1 for the first, 3 for the last
   */
  private record Warning(
      String permitId,
      String plate,
      String company,
      String siteId,
      String siteName,
      Instant validTo,
      long hoursLeft,
      int warning) {
    static Warning of(Expiring e) {
      return new Warning(
          e.expiry().permit().id(),
          e.expiry().permit().plate(),
          e.company(),
          e.expiry().permit().siteId(),
          e.siteName(),
          e.expiry().permit().validity().to(),
          e.expiry().left().toHours(),
          e.expiry().warning());
    }
  }

  private enum State {
    /** It begins later. */
    NOT_YET,
    IN_FORCE,
    /** In force, and it runs out soon without another one to go on with. */
    EXPIRING,
    EXPIRED;

    static State of(Held held, Instant now) {
      Validity validity = held.permit().validity();
      if (!validity.contains(now)) {
        return now.isBefore(validity.from()) ? NOT_YET : EXPIRED;
      }
      return held.expiry() == null ? IN_FORCE : EXPIRING;
    }
  }

  private record OfVehicle(Instant time, List<Shown> permits) {}

  private record Ground(String id, String name) {}

  /**
   * @param validFrom null where it has no beginning
   * @param validTo first moment at which it is no longer valid; null where it has no end
   * @param dailyFrom null where it names no hours
   * @param dailyTo null where it names no hours
   * @param enteredAt when it was typed in; null where unknown
   * @param approvedM3 m³; NaN where it names no volume
   * @param hoursLeft whole hours until an expiring one ends; null for others
   */
  private record Shown(
      String permitId,
      State state,
      String siteId,
      String siteName,
      List<Ground> grounds,
      List<String> routeIds,
      Instant validFrom,
      Instant validTo,
      LocalTime dailyFrom,
      LocalTime dailyTo,
      Instant enteredAt,
      double approvedM3,
      Long hoursLeft) {
    static Shown of(Held held, Instant now) {
      Permit p = held.permit();
      List<Ground> grounds =
          IntStream.range(0, p.disposalIds().size())
              .mapToObj(i -> new Ground(p.disposalIds().get(i), held.groundNames().get(i)))
              .toList();
      Optional<DailyHours> hours = Optional.ofNullable(p.hours());
      return new Shown(
          p.id(),
          State.of(held, now),
          p.siteId(),
          held.siteName(),
          grounds,
          p.routeIds(),
          p.validity().from().equals(Instant.MIN) ? null : p.validity().from(),
          p.validity().to().equals(Instant.MAX) ? null : p.validity().to(),
          hours.map(DailyHours::from).orElse(null),
          hours.map(DailyHours::to).orElse(null),
          p.enteredAt(),
          p.approvedM3(),
          held.expiry() == null ? null : held.expiry().left().toHours());
    }
  }

  private final PermitQueries permits;
  private final FleetQueries fleet;
  private final Supplier<Parameters> parameters;
  private final CityClock clock;

  public PermitsController(
      PermitQueries permits, FleetQueries fleet, Supplier<Parameters> parameters, CityClock clock) {
    this.permits = permits;
    this.fleet = fleet;
    this.parameters = parameters;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/permits/expiring").handler(Reply.json(this::expiring));
    api.get("/vehicles/:plate/permits").handler(Reply.json(this::ofVehicle));
  }

  private Object expiring(RoutingContext ctx) {
    Instant now = clock.now();
    return new Warnings(
        now,
        permits.expiring(now, parameters.get(), Sessions.scope(ctx)).stream()
            .map(Warning::of)
            .toList());
  }

  private OfVehicle ofVehicle(RoutingContext ctx) {
    String plate = NamedVehicle.of(ctx, fleet).plate();
    Instant now = clock.now();
    return new OfVehicle(
        now,
        permits.ofVehicle(plate, now, parameters.get(), Sessions.scope(ctx)).stream()
            .map(held -> Shown.of(held, now))
            .toList());
  }
}
