package io.qingtu.route;

import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.TrackOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A whole period at once: sorts the fixes by vehicle and time and drives {@link VehicleAnalysis}.
 */
public final class BatchAnalysis {
  private BatchAnalysis() {}

  /**
   * @param positions in any order, repeated or not
   * @throws IllegalArgumentException where a position's plate is in no vehicle file
   */
  public static Ledger run(RuleSet rules, Collection<Position> positions) {
    if (positions.isEmpty()) {
      return Ledger.NOTHING;
    }
    Map<String, List<Position>> unsorted = new HashMap<>();
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (Position p : positions) {
      unsorted.computeIfAbsent(p.plate(), k -> new ArrayList<>()).add(p);
      if (TrackOrder.plausible(p, rules.parameters())) {
        first = p.fixTime().isBefore(first) ? p.fixTime() : first;
        last = p.fixTime().isAfter(last) ? p.fixTime() : last;
      }
    }
    Map<String, List<Position>> byPlate = new TreeMap<>(unsorted);
    byPlate.values().forEach(own -> own.sort(TrackOrder.TOTAL));
    RuleSet placed = placed(rules, byPlate);
    List<VehicleFindings> findings = new ArrayList<>();
    List<Vehicle> vehicles = new ArrayList<>(rules.plan().vehicles());
    vehicles.sort(Comparator.comparing(Vehicle::plate));
    for (Vehicle v : vehicles) {
      List<Position> own = byPlate.remove(v.plate());
      VehicleAnalysis analysis = new VehicleAnalysis(placed, v);
      if (own != null) {
        TrackOrder.merged(own).forEach(analysis::accept);
      }
      analysis.finish(last);
      findings.add(analysis.findings());
    }
    if (!byPlate.isEmpty()) {
      throw new IllegalArgumentException("positions of unknown vehicles: " + byPlate.keySet());
    }
    return CityAnalysis.conclude(placed, findings, first, last);
  }

  /** A plan without any geometry says nothing of where the city is: the first good fix does. */
  private static RuleSet placed(RuleSet rules, Map<String, List<Position>> sorted) {
    for (List<Position> own : sorted.values()) {
      for (Position p : own) {
        if (p.fixValid() && (p.longitude() != 0 || p.latitude() != 0)) {
          return rules.centredAt(p.longitude(), p.latitude());
        }
      }
    }
    return rules;
  }
}
