package io.qingtu.route.sweep;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.StretchMatcher.Piece;
import io.qingtu.route.sweep.StretchMatcher.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
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
 * FEATURE UNDER TEST: which metres of which side were driven, judged on floating-car tracks whose
 * true routes are known. The streets are the union of all true routes, so a vehicle can be put on
 * any street that any of them drove.
 */
class RealTracksCoverageTest {
  private static final GeometryFactory JTS = new GeometryFactory();

  /** A fix of a track, without speed or heading. */
  private record Fix(double seconds, double x, double y) {}

  private final LocalPlane plane = new LocalPlane(11.92, 50.32);

  @Test
  void marksWhatWasDrivenAndLittleElse() throws IOException {
    Path folder = RealTracks.folder();
    assumeTrue(folder != null, "no folder with the real tracks: coverage is not measured");
    Map<String, List<Coordinate>> routes = RealTracks.routes(folder);
    Map<String, Set<String>> truth = new HashMap<>();
    SegmentGrid streets = new SegmentGrid(streets(routes, truth), plane);

    double marked = 0;
    double right = 0;
    double true0 = 0;
    for (Map.Entry<String, List<Fix>> track : tracks(folder.resolve("hof_points.csv")).entrySet()) {
      Set<String> driven = truth.get(track.getKey());
      for (String key : driven) {
        true0 += streets.get(key.substring(key.indexOf(124) + 1)).length();
      }
      for (Map.Entry<String, Double> m : mark(streets, track.getValue()).entrySet()) {
        marked += m.getValue();
        right += driven.contains(m.getKey()) ? m.getValue() : 0;
      }
    }
    System.out.printf(
        "coverage of real tracks: %.1f km of true route, precision %.4f, recall %.4f%n",
        true0 / 1000, right / marked, right / true0);
    assertTrue(right / marked >= 0.94, "precision " + right / marked);
    assertTrue(right / true0 >= 0.92, "recall " + right / true0);
  }

  /** Marked metres by side and piece of street. */
  private static Map<String, Double> mark(SegmentGrid streets, List<Fix> track) {
    StretchMatcher matcher = new StretchMatcher(streets, 25, 45);
    Map<String, List<Piece>> pieces = new HashMap<>();
    for (int i = 1; i < track.size(); i++) {
      Fix a = track.get(i - 1);
      Fix b = track.get(i);

      if (b.seconds - a.seconds <= 30) {
        for (Piece p : matcher.between(new Point(a.x, a.y, -1), new Point(b.x, b.y, -1))) {
          pieces
              .computeIfAbsent(p.side() + "|" + p.flat().segment().id(), k -> new ArrayList<>())
              .add(p);
        }
      }
    }
    Map<String, Double> metres = new HashMap<>();
    pieces.forEach(
        (key, list) -> {
          Intervals touched = new Intervals();
          list.forEach(
              p -> touched.add((int) Math.round(p.from() * 10), (int) Math.round(p.to() * 10)));
          double m = touched.size() / 10.0;
          if (m >= 15 || m >= 0.5 * list.get(0).flat().length()) {
            metres.put(key, m);
          }
        });
    return metres;
  }

  /**
   * Every piece between two vertices of a route, its id by its ends; fills the keys that each track
   * drove. The first and last vertex of a route are snapped to the fixes and are left out.
   */
  private static List<Segment> streets(
      Map<String, List<Coordinate>> routes, Map<String, Set<String>> truth) {
    Map<String, Segment> pieces = new LinkedHashMap<>();
    routes.forEach(
        (track, line) -> {
          Set<String> driven = truth.computeIfAbsent(track, k -> new HashSet<>());
          for (int i = 2; i < line.size() - 1; i++) {
            Coordinate a = line.get(i - 1);
            Coordinate b = line.get(i);
            if (a.equals2D(b)) {
              continue;
            }
            Side side = a.compareTo(b) < 0 ? Side.FWD : Side.REV;
            Coordinate from = side == Side.FWD ? a : b;
            Coordinate to = side == Side.FWD ? b : a;
            String id = from.x + "," + from.y + "-" + to.x + "," + to.y;
            Segment known = pieces.get(id);
            Set<Side> sides = known == null ? EnumSet.of(side) : EnumSet.copyOf(known.sides());
            sides.add(side);
            pieces.put(
                id,
                new Segment(
                    id,
                    id,
                    RoadGrade.FIRST,
                    sides,
                    JTS.createLineString(new Coordinate[] {from, to}),
                    Double.NaN,
                    false));
            driven.add(side + "|" + id);
          }
        });
    return List.copyOf(pieces.values());
  }

  private Map<String, List<Fix>> tracks(Path file) throws IOException {
    Map<String, List<Fix>> tracks = new LinkedHashMap<>();
    for (String row : Files.readAllLines(file).subList(1, (int) Files.lines(file).count())) {
      String[] c = row.split(",");
      double lon = Double.parseDouble(c[2]);
      double lat = Double.parseDouble(c[3]);
      double t = OffsetDateTime.parse(c[1].replace(' ', 'T')).toEpochSecond();
      tracks
          .computeIfAbsent(c[0], k -> new ArrayList<>())
          .add(new Fix(t, plane.x(lon, lat), plane.y(lon, lat)));
    }
    return tracks;
  }
}
