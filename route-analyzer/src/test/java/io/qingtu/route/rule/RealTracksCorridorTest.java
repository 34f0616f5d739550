package io.qingtu.route.rule;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingtu.route.geo.Corridor;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.sweep.RealTracks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * FEATURE UNDER TEST: the warnings of M04 on floating-car tracks, each against the corridor of its
 * own true route, then with 800 m cut out of it.
 */
class RealTracksCorridorTest {
  private static final GeometryFactory JTS = new GeometryFactory();
  private static final int CUTS = 10;
  private static final double HALF_WIDTH = 50;
  private static final double MAX_SPEED = 45;
  private static final double MIN_SPEED = 2.5;

  private record Fix(long seconds, double x, double y) {
    double distance(Fix o) {
      return Math.hypot(x - o.x, y - o.y);
    }
  }

  private final LocalPlane plane = new LocalPlane(11.92, 50.32);

  /** Nothing is projected twice: these lines are in metres already. */
  private Corridor corridor(LineString metres) {
    Coordinate[] c = metres.getCoordinates();
    Coordinate[] degrees = new Coordinate[c.length];
    for (int i = 0; i < c.length; i++) {
      degrees[i] = new Coordinate(plane.longitude(c[i].x, c[i].y), plane.latitude(c[i].x, c[i].y));
    }
    return new Corridor("", JTS.createLineString(degrees), HALF_WIDTH, plane);
  }

  @Test
  void warnsOfDeparturesAndHardlyOfAnythingElse() throws IOException {
    Path folder = RealTracks.folder();
    assumeTrue(folder != null, "no folder with the real tracks: the corridor is not measured");
    Map<String, List<Coordinate>> routes = RealTracks.routes(folder);
    Random random = new Random(808);
    int falseAlarms = 0;
    double hours = 0;
    int departures = 0;
    List<Double> delays = new ArrayList<>();
    for (Map.Entry<String, List<Fix>> e : tracks(folder).entrySet()) {
      List<Fix> track = e.getValue();
      LineString route = metric(routes.get(e.getKey()));
      double[] whole = distances(track, List.of(corridor(route)));
      double[] counted = run(track, whole, null);
      hours += counted[0] / 3600;
      falseAlarms += (int) counted[1];
      for (int cutNo = 0; cutNo < CUTS && route.getLength() > 2500 && track.size() >= 20; cutNo++) {
        double end = route.getLength() - 600 - random.nextDouble() * 800;
        LengthIndexedLine line = new LengthIndexedLine(route);
        List<Corridor> cut = new ArrayList<>();
        cut.add(corridor((LineString) line.extractLine(0, end - 800)));
        cut.add(corridor((LineString) line.extractLine(end, route.getLength())));
        double[] d = distances(track, cut);
        double[] departed = departure(track, d);
        if (departed != null) {
          departures++;
          double[] found = run(track, d, departed);
          if (!Double.isNaN(found[2])) {
            delays.add(found[2]);
          }
        }
      }
    }
    delays.sort(Double::compare);
    double per100 = falseAlarms / hours * 100;
    double share = (double) delays.size() / departures;
    double median = delays.get(delays.size() / 2);
    System.out.printf(
        "corridor on real tracks: %d false alarms in %.1f h (%.1f per 100 h), %d of %d departures"
            + " found, median delay %.0f s%n",
        falseAlarms, hours, per100, delays.size(), departures, median);
    assertTrue(per100 <= 5, per100 + " false alarms per 100 h");
    assertTrue(share >= 0.97, "found " + share);
    // fixes come every 5 s: the first that can be 20 s after the first one outside is the fifth
    assertTrue(median <= 20, "median delay " + median + " s");
  }

  /**
   * Seconds that count, alarms in them, and the delay of the first alarm within the departure.
   *
   * @param departed first fix beyond the corridor, first and last well beyond it, s; null for none
   */
  private double[] run(List<Fix> track, double[] distances, double[] departed) {
    CorridorWatch watch = new CorridorWatch(Parameters.DEFAULTS);
    long first = track.get(0).seconds;
    long last = track.get(track.size() - 1).seconds;
    double seconds = 0;
    int alarms = 0;
    double delay = Double.NaN;
    boolean wasOut = false;
    for (int i = 1; i < track.size(); i++) {
      Fix a = track.get(i - 1);
      Fix b = track.get(i);
      double dt = b.seconds - a.seconds;
      if (b.seconds - first < 60 || last - b.seconds < 60 || b.distance(a) / dt < MIN_SPEED) {
        continue;
      }
      seconds += dt;
      boolean out =
          watch.accept(b.seconds * 1000, distances[i] / HALF_WIDTH, false, b.distance(a))
              == CorridorWatch.State.OUT;
      alarms += out && !wasOut ? 1 : 0;
      wasOut = out;
      if (out
          && departed != null
          && Double.isNaN(delay)
          && b.seconds >= departed[1]
          && b.seconds <= departed[2] + 60) {
        delay = b.seconds - departed[0];
      }
    }
    return new double[] {seconds, alarms, delay};
  }

  /** Null where it lasts less than 40 s. */
  private static double[] departure(List<Fix> track, double[] d) {
    double beyond = Double.NaN;
    double from = Double.NaN;
    double to = Double.NaN;
    for (int i = 0; i < d.length; i++) {
      double t = track.get(i).seconds;
      beyond = Double.isNaN(beyond) && d[i] > HALF_WIDTH ? t : beyond;
      if (d[i] > HALF_WIDTH + 10) {
        from = Double.isNaN(from) ? t : from;
        to = t;
      }
    }
    return to - from >= 40 ? new double[] {beyond, from, to} : null;
  }

  private static double[] distances(List<Fix> track, List<Corridor> corridors) {
    double[] d = new double[track.size()];
    for (int i = 0; i < d.length; i++) {
      d[i] = Double.MAX_VALUE;
      for (Corridor c : corridors) {
        d[i] = Math.min(d[i], c.distance(track.get(i).x, track.get(i).y));
      }
    }
    return d;
  }

  private LineString metric(List<Coordinate> degrees) {
    return JTS.createLineString(
        degrees.stream()
            .map(c -> new Coordinate(plane.x(c.x, c.y), plane.y(c.x, c.y)))
            .toArray(Coordinate[]::new));
  }

  private Map<String, List<Fix>> tracks(Path folder) throws IOException {
    Map<String, List<Fix>> tracks = new LinkedHashMap<>();
    List<String> rows = Files.readAllLines(folder.resolve("hof_points.csv"));
    for (String row : rows.subList(1, rows.size())) {
      String[] c = row.split(",");
      double lon = Double.parseDouble(c[2]);
      double lat = Double.parseDouble(c[3]);
      long t = OffsetDateTime.parse(c[1].replace(' ', 'T')).toEpochSecond();
      Fix fix = new Fix(t, plane.x(lon, lat), plane.y(lon, lat));
      List<Fix> track = tracks.computeIfAbsent(c[0], k -> new ArrayList<>());
      Fix before = track.isEmpty() ? null : track.get(track.size() - 1);
      if (before == null
          || t > before.seconds && fix.distance(before) / (t - before.seconds) <= MAX_SPEED) {
        track.add(fix);
      }
    }
    return tracks;
  }
}
