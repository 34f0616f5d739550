package io.qingtu.route.sweep;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.plan.CleaningPlan;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.sweep.WorkRecord.Run;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import io.qingtu.route.track.TrackCleaner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
 * any street that any of them drove. The tracks go through the recorder as a sweeper's whose brush
 * is always on; the speeds of work are opened to cars, every other number is the catalogue's.
 */
class RealTracksCoverageTest {
  private static final GeometryFactory JTS = new GeometryFactory();
  private static final Vehicle CAR =
      new Vehicle("Z", VehicleKind.SWEEPER, "", Double.NaN, Set.of(SensorKind.BRUSH));
  private static final Sensors BRUSHING =
      new Sensors(Cover.UNKNOWN, Lift.UNKNOWN, Load.UNKNOWN, Double.NaN, Switch.ON, Switch.UNKNOWN);
  private static final Parameters AT_CAR_SPEED =
      Parameters.with(
          Map.of(
              "work_v_min", 0.0,
              "work_v_max", 500.0,
              "sweep_v_invalid", 500.0,
              "vmax_truck", 500.0));

  /** A fix of a track, degrees; speed and heading are not told. */
  private record Fix(long seconds, double lon, double lat) {}

  private record Score(double marked, double right, double driven) {
    double precision() {
      return right / marked;
    }

    double recall() {
      return right / driven;
    }
  }

  @Test
  void marksWhatWasDrivenAndLittleElse() throws IOException {
    Path folder = RealTracks.folder();
    assumeTrue(folder != null, "no folder with the real tracks: coverage is not measured");
    Score all = score(folder, 0);
    assertTrue(all.precision() >= 0.94, "precision " + all.precision());
    assertTrue(all.recall() >= 0.92, "recall " + all.recall());
  }

  @Test
  void fewerFixesCostRecallAndNoPrecision() throws IOException {
    Path folder = RealTracks.folder();
    assumeTrue(folder != null, "no folder with the real tracks: coverage is not measured");
    for (int interval : new int[] {10, 15, 30}) {
      Score thinned = score(folder, interval);
      assertTrue(thinned.precision() >= 0.94, interval + " s: precision " + thinned.precision());
    }
  }

  /** Marks all tracks with at least {@code interval} seconds between fixes; prints the figures. */
  private static Score score(Path folder, int interval) throws IOException {
    Map<String, List<Coordinate>> routes = RealTracks.routes(folder);
    Map<String, Set<String>> truth = new HashMap<>();
    List<Segment> pieces = streets(routes, truth);
    Coordinate middle = pieces.get(0).line().getCoordinate();
    LocalPlane plane = new LocalPlane(middle.x, middle.y);
    SegmentGrid streets = new SegmentGrid(pieces, plane);
    double marked = 0;
    double right = 0;
    double driven = 0;
    for (Map.Entry<String, List<Fix>> track : tracks(folder.resolve("hof_points.csv")).entrySet()) {
      Set<String> true0 = truth.get(track.getKey());
      for (String key : true0) {
        driven += streets.get(key.substring(key.indexOf('|') + 1)).length();
      }
      List<Fix> fixes = thinned(track.getValue(), interval);
      for (Map.Entry<String, Double> m : mark(streets, plane, fixes).entrySet()) {
        marked += m.getValue();
        right += true0.contains(m.getKey()) ? m.getValue() : 0;
      }
    }
    Score score = new Score(marked, right, driven);
    System.out.printf(
        "coverage on real tracks, %s: %.1f km of true route, precision %.4f, recall %.4f%n",
        interval == 0 ? "all fixes" : "a fix every " + interval + " s",
        driven / 1000,
        score.precision(),
        score.recall());
    return score;
  }

  private static List<Fix> thinned(List<Fix> track, int interval) {
    List<Fix> kept = new ArrayList<>();
    for (Fix fix : track) {
      if (kept.isEmpty() || fix.seconds - kept.get(kept.size() - 1).seconds >= interval) {
        kept.add(fix);
      }
    }
    return kept;
  }

  /** Marked metres by side and piece of street. */
  private static Map<String, Double> mark(SegmentGrid streets, LocalPlane plane, List<Fix> track) {
    WorkRecorder recorder =
        new WorkRecorder(CAR, streets, new CleaningPlan(List.of()), AT_CAR_SPEED);
    Fix before = null;
    for (Fix fix : track) {
      recorder.accept(clean(fix, before, plane), BRUSHING);
      before = fix;
    }
    Map<String, Intervals> touched = new HashMap<>();
    for (Run run : recorder.record().runs()) {
      Intervals decimetres =
          touched.computeIfAbsent(run.side() + "|" + run.segmentId(), k -> new Intervals());
      run.stretches()
          .forEach(
              s ->
                  decimetres.add(
                      (int) Math.round(s.fromMetres() * 10), (int) Math.round(s.toMetres() * 10)));
    }
    Map<String, Double> metres = new HashMap<>();
    touched.forEach((key, decimetres) -> metres.put(key, decimetres.size() / 10.0));
    return metres;
  }

  private static CleanFix clean(Fix fix, Fix before, LocalPlane plane) {
    double x = plane.x(fix.lon, fix.lat);
    double y = plane.y(fix.lon, fix.lat);
    double seconds = before == null ? 0 : fix.seconds - before.seconds;
    double kmh =
        seconds == 0
            ? 0
            : Math.hypot(x - plane.x(before.lon, before.lat), y - plane.y(before.lon, before.lat))
                / seconds
                * 3.6;
    Instant time = Instant.ofEpochSecond(fix.seconds);
    Position p =
        new Position(
            CAR.plate(),
            time,
            time,
            fix.lon,
            fix.lat,
            true,
            kmh,
            Double.NaN,
            -1,
            0,
            true,
            -1,
            Double.NaN,
            0,
            0,
            BRUSHING,
            false);
    return new CleanFix(new TrackCleaner.Point(p, x, y), x, y, kmh, -1, true, seconds > 120);
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

  private static Map<String, List<Fix>> tracks(Path file) throws IOException {
    Map<String, List<Fix>> tracks = new LinkedHashMap<>();
    for (String row : Files.readAllLines(file).subList(1, (int) Files.lines(file).count())) {
      String[] c = row.split(",");
      long t = OffsetDateTime.parse(c[1].replace(' ', 'T')).toEpochSecond();
      tracks
          .computeIfAbsent(c[0], k -> new ArrayList<>())
          .add(new Fix(t, Double.parseDouble(c[2]), Double.parseDouble(c[3])));
    }
    return tracks;
  }
}
