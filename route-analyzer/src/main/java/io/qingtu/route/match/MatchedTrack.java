package io.qingtu.route.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a stretch of a track was driven on.
 *
 * @param points the fixes that were matched after thinning, in their order
 * @param driven the pieces of road, in the order of driving; none where the road is not known
 */
public record MatchedTrack(List<Point> points, List<Piece> driven) {
  /**
   * A fix and its road.
   *
   * @param index of the fix in the stretch
   * @param segmentId empty where it is on no road that can be told
   * @param distance from the road, m; NaN where none
   */
  public record Point(int index, String segmentId, double distance) {}

  /**
   * A piece of a segment that was driven.
   *
   * @param from metres along the segment
   * @param to metres along the segment, more than {@code from}
   * @param forward whether in the digitised direction
   */
  public record Piece(String segmentId, double from, double to, boolean forward) {}

  public MatchedTrack {
    points = List.copyOf(points);
    driven = List.copyOf(driven);
  }

  /** The segments driven on, in the order in which it came to them. */
  public List<String> segmentIds() {
    Set<String> ids = new LinkedHashSet<>();
    driven.forEach(p -> ids.add(p.segmentId()));
    return new ArrayList<>(ids);
  }
}
