package io.qingtu.route.match;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingtu.fixtures.geo.Point;
import io.qingtu.fixtures.real.HofTrack;
import io.qingtu.fixtures.real.HofTracks;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.Intervals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * FEATURE UNDER TEST: map matching on floating-car tracks. The roads are the union of all true
 * routes, cut at their vertices; right is a metre of road that the track's true route runs over in
 * that direction. The first and last pieces of a route are snapped to the fixes and are no truth.
 * GraphHopper's map matching 10.2, held against the same roads and tracks outside this project,
 * came to 0.78–0.86 and 0.97 at a third of the speed.
 */
class RealTracksMatchingTest {
  private static final GeometryFactory JTS = new GeometryFactory();

  private final LocalPlane plane = new LocalPlane(11.92, 50.32);
  private final Map<String, Segment> pieces = new LinkedHashMap<>();

  private record Score(double marked, double right, double driven, int fixes, double seconds) {
    @Override
    public String toString() {
      return String.format(
          "precision %.4f, recall %.4f, %.0f fixes/s", precision(), recall(), fixes / seconds);
    }

    double precision() {
      return right / marked;
    }

    double recall() {
      return right / driven;
    }
  }

  @Test
  void findsTheRoadsThatWereDriven() throws IOException {
    assumeTrue(
        HofTracks.folder().isPresent(), "no folder with the real tracks: matching is not measured");
    List<HofTrack> tracks = HofTracks.read(HofTracks.folder().orElseThrow());
    Map<String, Set<String>> truth = new HashMap<>();
    tracks.forEach(t -> truth.put(t.id(), lay(t)));
    RoadGraph graph = new RoadGraph(new SegmentGrid(List.copyOf(pieces.values()), plane));
    for (int every : new int[] {1, 2, 3}) {
      Score score = score(tracks, truth, graph, every);
      System.out.println("matching on real tracks, every fix no. " + every + ": " + score);
      assertTrue(score.precision() >= 0.94, score.toString());
      assertTrue(score.recall() >= 0.92, score.toString());
    }
  }

  private Score score(
      List<HofTrack> tracks, Map<String, Set<String>> truth, RoadGraph graph, int every) {
    MapMatcher matcher = new MapMatcher(graph, Parameters.DEFAULTS);
    double marked = 0;
    double right = 0;
    double driven = 0;
    int fixes = 0;
    long begin = System.nanoTime();
    for (HofTrack track : tracks) {
      List<Sighting> stretch = stretch(track, every);
      fixes += stretch.size();
      for (Map.Entry<String, Double> m : metres(matcher.match(stretch)).entrySet()) {
        marked += m.getValue();
        right += truth.get(track.id()).contains(m.getKey()) ? m.getValue() : 0;
      }
      for (String key : truth.get(track.id())) {
        driven += graph.roads().get(key.substring(1)).length();
      }
    }
    return new Score(marked, right, driven, fixes, (System.nanoTime() - begin) / 1e9);
  }

  private List<Sighting> stretch(HofTrack track, int every) {
    List<Sighting> stretch = new ArrayList<>();
    for (int i = 0; i < track.fixes().size(); i += every) {
      Coordinate c = degrees(track.fixes().get(i).at());
      stretch.add(new Sighting(plane.x(c.x, c.y), plane.y(c.x, c.y), -1));
    }
    return stretch;
  }

  private static Map<String, Double> metres(MatchedTrack matched) {
    Map<String, Intervals> touched = new HashMap<>();
    for (MatchedTrack.Piece p : matched.driven()) {
      touched
          .computeIfAbsent((p.forward() ? "+" : "-") + p.segmentId(), k -> new Intervals())
          .add((int) Math.round(p.from() * 10), (int) Math.round(p.to() * 10));
    }
    Map<String, Double> metres = new HashMap<>();
    touched.forEach((key, i) -> metres.put(key, i.size() / 10.0));
    return metres;
  }

  /** Adds the route's pieces to the roads; returns their keys in the direction of driving. */
  private Set<String> lay(HofTrack track) {
    Set<String> keys = new HashSet<>();
    List<Point> line = track.route().points();
    for (int i = 2; i < line.size() - 1; i++) {
      Coordinate a = degrees(line.get(i - 1));
      Coordinate b = degrees(line.get(i));
      boolean forward = a.compareTo(b) < 0;
      Coordinate from = forward ? a : b;
      Coordinate to = forward ? b : a;
      String id = from.x + "," + from.y + "-" + to.x + "," + to.y;
      pieces.putIfAbsent(id, piece(id, from, to));
      keys.add((forward ? "+" : "-") + id);
    }
    return keys;
  }

  private static Segment piece(String id, Coordinate from, Coordinate to) {
    return new Segment(
        id,
        id,
        RoadGrade.FIRST,
        Set.of(Side.FWD, Side.REV),
        JTS.createLineString(new Coordinate[] {from, to}),
        Double.NaN,
        false);
  }

  private static Coordinate degrees(Point p) {
    return new Coordinate(
        Math.rint(HofTracks.longitude(p) * 1e7) / 1e7,
        Math.rint(HofTracks.latitude(p) * 1e7) / 1e7);
  }
}
