package io.qingtu.route;

import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.TrackOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A period fed piece by piece, so that a week of a whole fleet needs the memory of one piece. The
 * pieces of a vehicle follow one another in fix time; within a piece records come in any order,
 * repeated or not. Different vehicles may be fed by different threads; begin and conclusion belong
 * to one.
 */
public final class PeriodAnalysis {
  private final RuleSet rules;

  /** By plate, in its order. */
  private final Map<String, Running> vehicles = new LinkedHashMap<>();

  /** One vehicle's analysis and how far it has come. */
  private static final class Running {
    final VehicleAnalysis analysis;
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    boolean fed;

    Running(VehicleAnalysis analysis) {
      this.analysis = analysis;
    }
  }

  public PeriodAnalysis(RuleSet rules) {
    this.rules = rules;
    List<Vehicle> all = new ArrayList<>(rules.plan().vehicles());
    all.sort(Comparator.comparing(Vehicle::plate));
    for (Vehicle v : all) {
      vehicles.put(v.plate(), new Running(new VehicleAnalysis(rules, v)));
    }
  }

  /** Whether the plan has a vehicle of this plate. */
  public boolean knows(String plate) {
    return vehicles.containsKey(plate);
  }

  /**
   * The next piece of one vehicle.
   *
   * @param piece is put in order
   * @throws IllegalArgumentException where the plan has no such vehicle, or the piece reaches back
   *     behind the one before it
   */
  public void accept(String plate, List<Position> piece) {
    Running vehicle = vehicles.get(plate);
    if (vehicle == null) {
      throw new IllegalArgumentException("positions of an unknown vehicle: " + plate);
    }
    vehicle.fed = true;
    piece.sort(TrackOrder.TOTAL);
    for (Position p : TrackOrder.merged(piece)) {
      if (TrackOrder.plausible(p, rules.parameters())) {
        vehicle.first = p.fixTime().isBefore(vehicle.first) ? p.fixTime() : vehicle.first;
        vehicle.last = p.fixTime().isAfter(vehicle.last) ? p.fixTime() : vehicle.last;
      }
      vehicle.analysis.accept(p);
    }
  }

  /** Ends the period at the last fix of all and joins what the vehicles found. */
  public Ledger conclude() {
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    boolean fed = false;
    for (Running v : vehicles.values()) {
      fed |= v.fed;
      first = v.first.isBefore(first) ? v.first : first;
      last = v.last.isAfter(last) ? v.last : last;
    }
    if (!fed) {
      return Ledger.NOTHING;
    }
    Collection<VehicleFindings> findings = new ArrayList<>();
    for (Running v : vehicles.values()) {
      v.analysis.finish(last);
      findings.add(v.analysis.findings());
    }
    return CityAnalysis.conclude(rules, findings, first, last);
  }
}
