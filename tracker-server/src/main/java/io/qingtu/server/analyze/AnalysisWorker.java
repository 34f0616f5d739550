package io.qingtu.server.analyze;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.route.VehicleFindings;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vehicles of one thread. Every method runs on that thread. */
final class AnalysisWorker {
  private static final Logger LOG = LoggerFactory.getLogger(AnalysisWorker.class);

  /**
   * @param settledFrom per vehicle: what begins earlier is not judged any more
   * @param firstFix of all; {@link Instant#MAX} where there is none
   * @param repeated vehicles that were analyzed again since they were last asked
   * @param complete whether every vehicle has been brought to where it was
   */
  record Report(
      List<VehicleFindings> findings,
      Map<String, Instant> settledFrom,
      Instant firstFix,
      Set<String> repeated,
      boolean complete) {}

  /** A fix that was read from the store may come from the pipeline so much later. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(10);

  private static final Duration DAY = Duration.ofDays(1);

  private final AnalysisConfig config;
  private final Clock clock;
  private final PositionStore positions;
  private final AlertPublisher alerts;
  private final Map<String, Vehicle> registered = new TreeMap<>();
  private final Map<String, LiveVehicle> vehicles = new TreeMap<>();
  private final Set<String> waiting = new LinkedHashSet<>();
  private final Set<String> reported = new HashSet<>();
  private final Set<String> repeated = new HashSet<>();
  private final Counter failures;
  private final Counter late;
  private final Counter repeats;
  private RuleSet rules;

  AnalysisWorker(
      AnalysisConfig config,
      Clock clock,
      PositionStore positions,
      AlertPublisher alerts,
      MeterRegistry meters) {
    this.config = config;
    this.clock = clock;
    this.positions = positions;
    this.alerts = alerts;
    this.failures = meters.counter("analysis.failures");
    this.late = meters.counter("analysis.late");
    this.repeats = meters.counter("analysis.repeats");
  }

  /** Begins again with these rules; the vehicles wait for {@link #resumeNext}, or for a fix. */
  void begin(RuleSet newRules, Collection<Vehicle> own) {
    rules = newRules;
    registered.clear();
    vehicles.clear();
    waiting.clear();
    for (Vehicle v : own) {
      registered.put(v.plate(), v);
      waiting.add(v.plate());
    }
  }

  /** Goes on with other papers of loads; the vehicles that they are about are analyzed again. */
  void revise(RuleSet newRules, Collection<String> plates) {
    rules = newRules;
    plates.stream().filter(registered::containsKey).forEach(waiting::add);
  }

  /** Brings one vehicle to where it was, from its stored track; false where none waits. */
  boolean resumeNext() {
    if (waiting.isEmpty()) {
      return false;
    }
    repeat(registered.get(waiting.iterator().next()));
    return true;
  }

  /** Takes one vehicle's fixes in the order of fix time. */
  void accept(String plate, List<Position> fixes) {
    Vehicle vehicle = registered.get(plate);
    if (vehicle == null) {
      return; // on file in the register of terminals, not yet in the plan that is in force
    }
    if (waiting.contains(plate)) {
      repeat(vehicle); // the store has these fixes
    }
    LiveVehicle live = vehicles.get(plate);
    for (Position fix : fixes) {
      if (live.wasExpected(fix)) {
        continue;
      }
      if (live.isLate(fix)) {
        live.awaitMore(clock.instant());
        late.increment();
      } else {
        alerts.publish(live.accept(fix), fix.receivedTime());
      }
    }
  }

  /** What is due now: deadlines, vehicles with late data, histories that have become too long. */
  void tick() {
    Instant now = clock.instant();
    for (Vehicle vehicle : registered.values()) {
      LiveVehicle live = vehicles.get(vehicle.plate());
      if (live == null) {
        continue; // waits to be resumed
      }
      if (live.isDue(now, config.quietTime())
          || !live.begun().equals(begin(vehicle.plate(), now))) {
        repeat(vehicle);
      } else {
        alerts.publish(live.advance(now.minus(config.lateness())));
      }
    }
  }

  /** What the vehicles have found so far. */
  Survey survey() {
    return new Survey();
  }

  /**
   * A report in the making, one vehicle a step: between two steps the worker may take fixes, so
   * that a large fleet's alerts do not wait for a look at all of it.
   */
  final class Survey {
    private final List<VehicleFindings> findings = new ArrayList<>();
    private final Map<String, Instant> settledFrom = new TreeMap<>();
    private final Iterator<String> plates = List.copyOf(vehicles.keySet()).iterator();
    private Instant firstFix = Instant.MAX;

    private Survey() {}

    /** Looks at one more; false where there is none. */
    boolean next() {
      if (!plates.hasNext()) {
        return false;
      }
      LiveVehicle live = vehicles.get(plates.next());
      if (live != null) { // else the plan has changed since
        look(live);
      }
      return true;
    }

    private void look(LiveVehicle live) {
      live.findings()
          .ifPresent(
              f -> {
                findings.add(f);
                settledFrom.put(f.vehicle().plate(), live.settledFrom());
              });
      firstFix = live.firstFix().isBefore(firstFix) ? live.firstFix() : firstFix;
    }

    /** What was seen. */
    Report report() {
      Set<String> again = Set.copyOf(repeated);
      repeated.clear();
      return new Report(findings, settledFrom, firstFix, again, waiting.isEmpty());
    }
  }

  /**
   * Analyzes a vehicle's window anew. Without all of its history the first third of the window is
   * only there to find out in which state the vehicle was, and nothing of it is published.
   */
  private void repeat(Vehicle vehicle) {
    Instant now = clock.instant();
    String plate = vehicle.plate();
    Instant from = begin(plate, now);
    waiting.remove(plate);
    try {
      boolean whole = !positions.existsBefore(plate, from);
      Duration warmUp = config.window().dividedBy(3);
      LiveVehicle live =
          new LiveVehicle(
              rules, vehicle, from, whole ? Instant.EPOCH : from.plus(warmUp), e -> fail(plate, e));
      List<Alert> raised = new ArrayList<>();
      for (Position fix : positions.track(plate, from, now.plus(Duration.ofDays(2)))) {
        raised.addAll(live.accept(fix));
        if (fix.receivedTime().isAfter(now.minus(UNDER_WAY))) {
          live.expect(fix);
        }
      }
      raised.addAll(live.advance(now.minus(config.lateness())));
      vehicles.put(plate, live);
      repeated.add(plate);
      repeats.increment();
      alerts.publish(raised);
    } catch (StoreException e) {
      LOG.warn("{} is analyzed again later: {}", plate, e.getMessage());
      vehicles.computeIfAbsent(plate, p -> empty(vehicle, from)).awaitMore(now);
    }
  }

  /**
   * First moment of a vehicle's window: a window before now or up to a day earlier, the same all
   * day long and another hour for every vehicle. What a vehicle's analysis holds is so a function
   * of its stored fixes and of the hour, whenever the server was started.
   */
  private Instant begin(String plate, Instant now) {
    Duration own = Duration.ofSeconds(Math.floorMod(plate.hashCode(), DAY.toSeconds()));
    long latest = now.minus(config.window()).minus(own).getEpochSecond();
    return Instant.ofEpochSecond(Math.floorDiv(latest, DAY.toSeconds()) * DAY.toSeconds())
        .plus(own);
  }

  /** Of which nothing is settled: what it does not find is not gone. */
  private LiveVehicle empty(Vehicle vehicle, Instant from) {
    return new LiveVehicle(rules, vehicle, from, Instant.MAX, e -> fail(vehicle.plate(), e));
  }

  private void fail(String plate, RuntimeException e) {
    failures.increment();
    if (reported.add(plate)) {
      LOG.error(
          "a rule failed for {}; further failures of this vehicle are only counted", plate, e);
    }
  }
}
