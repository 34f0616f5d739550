package io.qingtu.route.rule;

import io.qingtu.route.geo.Corridor;
import io.qingtu.route.geo.RoadMatch;
import io.qingtu.route.geo.SegmentGrid.Hit;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.trip.OpenTrip;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The ways that a trip may take: the routes of all permits that were valid when it left, as they
 * were drawn then, and the roads that they run on. It remembers where on each line the truck was,
 * and what it found of the last fix.
 */
final class PermittedWays {
  private final RuleSet rules;
  private final RoadMatch roads;
  private final List<Corridor> corridors = new ArrayList<>();
  private final List<Corridor.Hint> hints = new ArrayList<>();
  private final List<Set<String>> edges = new ArrayList<>();
  private Corridor nearest;
  private double distance;
  private String edge = "";

  PermittedWays(RuleSet rules, OpenTrip trip) {
    this.rules = rules;
    roads =
        new RoadMatch(
            rules.roads(),
            rules.parameters().get(Parameter.ROAD_MATCH_M),
            rules.parameters().get(Parameter.MATCH_DEG));
    for (Permit permit : trip.validPermits()) {
      for (String id : permit.routeIds()) {
        RuleSet.Way way = rules.findWay(id, trip.outTime());
        if (way != null && !corridors.contains(way.corridor())) {
          corridors.add(way.corridor());
          hints.add(new Corridor.Hint());
          edges.add(way.edges());
        }
      }
    }
  }

  boolean isEmpty() {
    return corridors.isEmpty();
  }

  int count() {
    return corridors.size();
  }

  /** Looks up a fix: {@link #nearest}, {@link #distance} and {@link #edge} are of it then. */
  void locate(CleanFix fix) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < corridors.size(); i++) {
      Corridor c = corridors.get(i);
      double d = c.distance(fix.x(), fix.y(), hints.get(i));
      if (d / c.halfWidth() < best) {
        best = d / c.halfWidth();
        distance = d;
        nearest = c;
      }
    }
    edge = "";
    if (best > 1) {
      List<Hit> hits = roads.candidates(fix.x(), fix.y(), fix.headingDegrees());
      edge = hits.isEmpty() ? "" : hits.get(0).segment().id();
    }
  }

  /** The corridor that is nearest in its half-widths. */
  Corridor nearest() {
    return nearest;
  }

  /** Metres from its line. */
  double distance() {
    return distance;
  }

  /** The nearest road along the course, where the fix is outside; empty where none is near. */
  String edge() {
    return edge;
  }

  boolean outside() {
    return distance > nearest.halfWidth();
  }

  boolean onPermittedRoad() {
    return permits(edge);
  }

  /** Whether a road is one of the routes'. */
  boolean permits(String segmentId) {
    for (Set<String> ofRoute : edges) {
      if (ofRoute.contains(segmentId)) {
        return true;
      }
    }
    return false;
  }

  /** The closure in force on one of their roads; null where none. */
  Exemption closure(Instant at) {
    for (Exemption e : rules.plan().exemptions()) {
      if (e.kind() == Exemption.Kind.CLOSURE
          && e.period().contains(at)
          && (e.segmentIds().isEmpty() || e.segmentIds().stream().anyMatch(this::permits))) {
        return e;
      }
    }
    return null;
  }
}
