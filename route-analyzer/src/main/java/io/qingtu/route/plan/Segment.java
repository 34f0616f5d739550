package io.qingtu.route.plan;

import java.util.Set;
import org.locationtech.jts.geom.LineString;

/**
 * A stretch of road between two junctions.
 *
 * @param line centreline, longitude/latitude, WGS-84 degrees; its direction is FWD
 * @param sides the sides that are cleaned
 * @param speedLimitKmh km/h; NaN where unknown
 */
public record Segment(
    String id,
    String road,
    RoadGrade grade,
    Set<Side> sides,
    LineString line,
    double speedLimitKmh,
    boolean tunnel) {
  public Segment {
    sides = Set.copyOf(sides);
  }
}
