package io.qingtu.route.trip;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a truck that leaves a site begins a trip: its load is estimated from sensors, gate camera
 * and permits.
 */
final class TripBirth {
  private final String plate;
  private final PermitBook permits;
  private final GateBook gates;
  private final LoadMachine load;
  private final Duration expired;
  private final Duration lag;
  private final Duration gateMatch;

  TripBirth(String plate, PermitBook permits, GateBook gates, LoadMachine load, Parameters p) {
    this.plate = plate;
    this.permits = permits;
    this.gates = gates;
    this.load = load;
    this.expired = Duration.ofDays((long) p.get(Parameter.EXPIRED_DAYS));
    this.lag = Duration.ofMillis(p.millis(Parameter.PERMIT_LAG_S));
    this.gateMatch = Duration.ofMillis(p.millis(Parameter.GATE_MATCH_S));
  }

  /**
   * Takes the exit of a site.
   *
   * @param beforeExit the way since the exit, which is decided a minute after it happened
   * @return the trip; null where the truck is not loaded
   */
  OpenTrip at(Visit site, Leg beforeExit) {
    Instant exit = site.exit();
    String siteId = site.place().id();
    PermitCheck check = permits.check(plate, siteId, exit, expired, lag);
    Optional<Boolean> camera = gates.loadAtExit(plate, site, gateMatch);
    load.leftSite(site, !check.valid().isEmpty(), camera);
    return load.estimate().state() != LoadEstimate.State.LOADED
        ? null
        : new OpenTrip(
            plate, site.place(), exit, check, load.estimate(), camera.orElse(false), beforeExit);
  }
}
