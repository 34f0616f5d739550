package io.qingtu.route.geo;

import io.qingtu.route.geo.SegmentGrid.Hit;
import java.util.ArrayList;
import java.util.List;

/** The road segments that a fix may be on: near enough and along its course. */
public final class RoadMatch {
  private final SegmentGrid roads;
  private final double reach;
  private final double maxAngle;

  /**
   * @param reach m
   * @param maxAngle between course and segment, whatever the direction driven, degrees
   */
  public RoadMatch(SegmentGrid roads, double reach, double maxAngle) {
    this.roads = roads;
    this.reach = reach;
    this.maxAngle = maxAngle;
  }

  /**
   * The candidates, nearest first.
   *
   * @param headingDegrees -1 where unknown: then every course agrees
   */
  public List<Hit> candidates(double x, double y, int headingDegrees) {
    List<Hit> near = roads.near(x, y, reach);
    if (headingDegrees < 0 || near.isEmpty()) {
      return near;
    }
    List<Hit> along = new ArrayList<>(near.size());
    for (Hit h : near) {
      if (Planar.angleOfLines(h.bearing(), headingDegrees) <= maxAngle) {
        along.add(h);
      }
    }
    return along;
  }
}
