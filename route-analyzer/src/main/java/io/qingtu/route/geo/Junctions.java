package io.qingtu.route.geo;

import io.qingtu.route.geo.SegmentGrid.FlatSegment;
import io.qingtu.route.geo.SegmentGrid.Hit;
import io.qingtu.route.plan.RoadGrade;

/**
 * Where roads meet. The plan does not say which junctions have signals: every one with three arms
 * or more counts; back lanes (LANE) have none and are no arms.
 */
public final class Junctions {
  /** Ends of segments that lie so near each other are one node, m. */
  private static final double SAME_NODE = 15;

  private static final int ARMS = 3;

  private final SegmentGrid roads;

  public Junctions(SegmentGrid roads) {
    this.roads = roads;
  }

  /** Whether a junction lies within {@code radius} metres (at most 1,000) of a point. */
  public boolean isNear(double x, double y, double radius) {
    for (Hit hit : roads.near(x, y, radius)) {
      FlatSegment s = hit.flat();
      int last = s.x().length - 1;
      if (Planar.distance(x, y, s.x()[0], s.y()[0]) <= radius && isJunction(s.x()[0], s.y()[0])
          || Planar.distance(x, y, s.x()[last], s.y()[last]) <= radius
              && isJunction(s.x()[last], s.y()[last])) {
        return true;
      }
    }
    return false;
  }

  /** Whether a back lane leads nowhere: one of its ends meets no other road. */
  public boolean isBlindAlley(FlatSegment s) {
    int last = s.x().length - 1;
    return s.segment().grade() == RoadGrade.LANE
        && (roads.near(s.x()[0], s.y()[0], SAME_NODE).size() == 1
            || roads.near(s.x()[last], s.y()[last], SAME_NODE).size() == 1);
  }

  private boolean isJunction(double x, double y) {
    int arms = 0;
    for (Hit hit : roads.near(x, y, SAME_NODE)) {
      boolean ends = hit.along() <= SAME_NODE || hit.along() >= hit.flat().length() - SAME_NODE;
      arms += hit.segment().grade() == RoadGrade.LANE ? 0 : ends ? 1 : 2;
    }
    return arms >= ARMS;
  }
}
