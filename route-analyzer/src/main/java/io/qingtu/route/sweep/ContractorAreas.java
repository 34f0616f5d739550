package io.qingtu.route.sweep;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.plan.CleaningPlan;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Vehicle;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The area of each contractor (作业单位责任区): the segments that its lines of the cleaning plan ask for,
 * or have asked for: who lost a road last week is no stranger on it. A file of polygons would be a
 * second truth beside the plan, and nobody would keep both.
 */
public final class ContractorAreas {
  private final Map<String, SegmentGrid> byContractor = new HashMap<>();

  public ContractorAreas(Collection<Segment> segments, CleaningPlan cleaning, LocalPlane plane) {
    Map<String, Set<Segment>> own = new HashMap<>();
    for (Segment s : segments) {
      for (Side side : s.sides()) {
        for (Requirement r : cleaning.of(s, side)) {
          own.computeIfAbsent(r.contractor(), k -> new LinkedHashSet<>()).add(s);
        }
      }
    }
    Set<Segment> everybodys = own.getOrDefault("", Set.of());
    own.forEach(
        (contractor, list) -> {
          list.addAll(everybodys);
          byContractor.put(contractor, new SegmentGrid(List.copyOf(list), plane));
        });
  }

  /** The segments of a vehicle's contractor; empty where the plan gives it none. */
  public Optional<SegmentGrid> of(Vehicle vehicle) {
    return Optional.ofNullable(byContractor.get(vehicle.company()));
  }
}
