package io.qingtu.route.law;

import io.qingtu.route.CityAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.VehicleAnalysis;
import io.qingtu.route.VehicleFindings;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.TrackOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The step function driven fix by fix, as a live driver does it, with every alert published. */
final class Streaming {
  private final RuleSet rules;
  private final List<Position> fixes;
  private final Duration tick;

  /** How much of its track a vehicle has seen. */
  private final class Running {
    final Vehicle vehicle;
    VehicleAnalysis analysis;
    List<Position> seen = new ArrayList<>();
    Instant clock = Instant.MIN;

    Running(Vehicle vehicle) {
      this.vehicle = vehicle;
      analysis = new VehicleAnalysis(rules, vehicle);
    }

    void take(Position fix) {
      while (!seen.isEmpty() && clock.plus(tick).isBefore(moment(rules, fix))) {
        clock = clock.plus(tick);
        publish(analysis.advance(clock));
      }
      publish(analysis.accept(fix));
      seen.add(fix);
      clock = moment(rules, fix);
    }

    /** All that was in memory is gone; the store has the fixes and what was published. */
    void restore() {
      analysis = new VehicleAnalysis(rules, vehicle);
      seen.forEach(p -> publish(analysis.accept(p)));
    }
  }

  private final Map<String, Alert> published = new TreeMap<>();
  private final Map<String, Running> vehicles = new LinkedHashMap<>();

  /**
   * @param fixes each vehicle's in the order of their fix times
   * @param tick event time at which deadlines are looked at where no fix comes
   */
  Streaming(RuleSet rules, List<Position> fixes, Duration tick) {
    this.rules = rules;
    this.fixes = fixes;
    this.tick = tick;
    rules.plan().vehicles().stream()
        .sorted(Comparator.comparing(Vehicle::plate))
        .forEach(v -> vehicles.put(v.plate(), new Running(v)));
  }

  /**
   * One vehicle's fixes as every driver has to bring them: those whose fix time cannot be right
   * come when they are received.
   */
  static List<Position> inOrder(RuleSet rules, List<Position> arrived) {
    List<Position> sorted = new ArrayList<>(arrived);
    sorted.sort(TrackOrder.TOTAL);
    List<Position> merged = TrackOrder.merged(sorted);
    merged.sort(Comparator.comparing(p -> moment(rules, p)));
    return merged;
  }

  private static Instant moment(RuleSet rules, Position p) {
    return TrackOrder.plausible(p, rules.parameters()) ? p.fixTime() : p.receivedTime();
  }

  /**
   * @param killEvery after so many fixes of all everything is lost and restored; 0: never
   */
  Ledger run(int killEvery) {
    int n = 0;
    for (Position p : fixes) {
      vehicles.get(p.plate()).take(p);
      n++;
      if (killEvery > 0 && n % killEvery == 0) {
        vehicles.values().forEach(Running::restore);
      }
    }
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (Position p : fixes) {
      if (TrackOrder.plausible(p, rules.parameters())) {
        first = p.fixTime().isBefore(first) ? p.fixTime() : first;
        last = p.fixTime().isAfter(last) ? p.fixTime() : last;
      }
    }
    List<VehicleFindings> findings = new ArrayList<>();
    for (Running r : vehicles.values()) {
      publish(r.analysis.finish(last));
      findings.add(r.analysis.findings());
    }
    return CityAnalysis.conclude(rules, findings, first, last);
  }

  /** The newest revision of every alert that a vehicle's own analysis ever raised, by key. */
  Map<String, Alert> published() {
    return published;
  }

  /** The alerts that the vehicles' own analyses hold at the end, by key. */
  Map<String, Alert> found() {
    Map<String, Alert> found = new TreeMap<>();
    vehicles
        .values()
        .forEach(r -> r.analysis.findings().alerts().forEach(a -> found.put(a.key(), a)));
    return found;
  }

  private void publish(List<Alert> alerts) {
    alerts.forEach(a -> published.put(a.key(), a));
  }
}
