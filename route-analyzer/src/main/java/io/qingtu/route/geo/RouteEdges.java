package io.qingtu.route.geo;

import io.qingtu.route.geo.SegmentGrid.FlatSegment;
import java.util.HashSet;
import java.util.Set;

/** Finds the road segments that a drawn line runs on. */
public final class RouteEdges {
  private static final double STEP = 20;

  private RouteEdges() {}

  /**
   * @param reach how far a point of a segment may lie from the line, m
   * @param share of the segment's points that must lie that near, 0–1
   */
  public static Set<String> along(Corridor line, SegmentGrid roads, double reach, double share) {
    Set<String> found = new HashSet<>();
    for (FlatSegment s : roads.all()) {
      if (line.mayBeNear(s.x(), s.y(), reach) && sharesWay(s, line, reach, share)) {
        found.add(s.segment().id());
      }
    }
    return Set.copyOf(found);
  }

  private static boolean sharesWay(FlatSegment s, Corridor line, double reach, double share) {
    int points = 0;
    int near = 0;
    for (int i = 1; i < s.x().length; i++) {
      double piece = s.along()[i] - s.along()[i - 1];
      int steps = Math.max(1, (int) Math.ceil(piece / STEP));
      for (int k = 0; k < steps; k++) {
        double f = (k + 0.5) / steps;
        double px = s.x()[i - 1] + f * (s.x()[i] - s.x()[i - 1]);
        double py = s.y()[i - 1] + f * (s.y()[i] - s.y()[i - 1]);
        points++;
        near += line.distance(px, py) <= reach ? 1 : 0;
      }
    }
    return near >= share * points;
  }
}
