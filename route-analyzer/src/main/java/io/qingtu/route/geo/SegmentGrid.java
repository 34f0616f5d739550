package io.qingtu.route.geo;

import io.qingtu.route.plan.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;

/**
 * Road segments in a grid of 100 m cells: which of them lie within some metres of a point of the
 * plane.
 */
public final class SegmentGrid {
  private static final double CELL = 100;

  /**
   * A segment in the plane: {@code x[i], y[i]} are its vertices, {@code along[i]} their distance
   * from its start, m.
   */
  public record FlatSegment(Segment segment, double[] x, double[] y, double[] along) {
    public double length() {
      return along[along.length - 1];
    }
  }

  /**
   * The nearest point of a segment.
   *
   * @param distance from the point asked for, m
   * @param along from the segment's start, m
   * @param bearing of the segment in its digitised direction there, degrees clockwise from the
   *     plane's north
   */
  public record Hit(FlatSegment flat, double distance, double along, double bearing) {
    public Segment segment() {
      return flat.segment();
    }
  }

  private final List<FlatSegment> flats = new ArrayList<>();
  private final Map<String, FlatSegment> byId = new HashMap<>();
  private final Map<Long, int[]> cells = new HashMap<>();

  public SegmentGrid(List<Segment> segments, LocalPlane plane) {
    Map<Long, List<Integer>> building = new HashMap<>();
    List<Segment> sorted = new ArrayList<>(segments);
    // of two segments at the same distance the same one comes first, whatever the plan's order
    sorted.sort(Comparator.comparing(Segment::id));
    for (Segment s : sorted) {
      FlatSegment flat = flatten(s, plane);
      int index = flats.size();
      flats.add(flat);
      byId.put(s.id(), flat);
      for (int i = 1; i < flat.x.length; i++) {
        forEachCell(
            flat, i, key -> building.computeIfAbsent(key, k -> new ArrayList<>()).add(index));
      }
    }
    building.forEach(
        (key, list) ->
            cells.put(key, list.stream().distinct().mapToInt(Integer::intValue).toArray()));
  }

  /** The segments within {@code radius} metres (at most 1,000) of a point, nearest first. */
  public List<Hit> near(double x, double y, double radius) {
    int reach = (int) Math.ceil(radius / CELL);
    long cx = (long) Math.floor(x / CELL);
    long cy = (long) Math.floor(y / CELL);
    int[] found = new int[16];
    int n = 0;
    for (long i = cx - reach; i <= cx + reach; i++) {
      for (long j = cy - reach; j <= cy + reach; j++) {
        int[] here = cells.get(key(i, j));
        if (here != null) {
          if (n + here.length > found.length) {
            found = Arrays.copyOf(found, (n + here.length) * 2);
          }
          System.arraycopy(here, 0, found, n, here.length);
          n += here.length;
        }
      }
    }
    Arrays.sort(found, 0, n);
    List<Hit> hits = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      if (k > 0 && found[k] == found[k - 1]) {
        continue;
      }
      Hit hit = project(flats.get(found[k]), x, y);
      if (hit.distance <= radius) {
        hits.add(hit);
      }
    }
    hits.sort(Comparator.comparingDouble(Hit::distance));
    return hits;
  }

  /**
   * @throws IllegalArgumentException where no segment has this id
   */
  public FlatSegment get(String segmentId) {
    FlatSegment flat = byId.get(segmentId);
    if (flat == null) {
      throw new IllegalArgumentException("no segment " + segmentId);
    }
    return flat;
  }

  public List<FlatSegment> all() {
    return List.copyOf(flats);
  }

  /** The nearest point of one segment. */
  public static Hit project(FlatSegment flat, double px, double py) {
    double best = Double.MAX_VALUE;
    double along = 0;
    double bearing = 0;
    for (int i = 1; i < flat.x.length; i++) {
      double dx = flat.x[i] - flat.x[i - 1];
      double dy = flat.y[i] - flat.y[i - 1];
      double len2 = dx * dx + dy * dy;
      double t = len2 == 0 ? 0 : ((px - flat.x[i - 1]) * dx + (py - flat.y[i - 1]) * dy) / len2;
      t = Math.max(0, Math.min(1, t));
      double ex = px - flat.x[i - 1] - t * dx;
      double ey = py - flat.y[i - 1] - t * dy;
      double d2 = ex * ex + ey * ey;
      if (d2 < best) {
        best = d2;
        along = flat.along[i - 1] + t * (flat.along[i] - flat.along[i - 1]);
        bearing = Math.toDegrees(Math.atan2(dx, dy));
      }
    }
    return new Hit(flat, Math.sqrt(best), along, bearing < 0 ? bearing + 360 : bearing);
  }

  private static FlatSegment flatten(Segment s, LocalPlane plane) {
    // a repeated vertex has no bearing
    Coordinate[] distinct = CoordinateArrays.removeRepeatedPoints(s.line().getCoordinates());
    Coordinate[] c = distinct.length > 1 ? distinct : s.line().getCoordinates();
    double[] x = new double[c.length];
    double[] y = new double[c.length];
    double[] along = new double[c.length];
    for (int i = 0; i < c.length; i++) {
      x[i] = plane.x(c[i].x, c[i].y);
      y[i] = plane.y(c[i].x, c[i].y);
      along[i] = i == 0 ? 0 : along[i - 1] + Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
    }
    return new FlatSegment(s, x, y, along);
  }

  private static void forEachCell(FlatSegment f, int i, java.util.function.LongConsumer visit) {
    // every cell of the bounding box of the piece: pieces are short, so few are superfluous
    long x0 = (long) Math.floor(Math.min(f.x[i - 1], f.x[i]) / CELL);
    long x1 = (long) Math.floor(Math.max(f.x[i - 1], f.x[i]) / CELL);
    long y0 = (long) Math.floor(Math.min(f.y[i - 1], f.y[i]) / CELL);
    long y1 = (long) Math.floor(Math.max(f.y[i - 1], f.y[i]) / CELL);
    for (long cx = x0; cx <= x1; cx++) {
      for (long cy = y0; cy <= y1; cy++) {
        visit.accept(key(cx, cy));
      }
    }
  }

  private static long key(long cx, long cy) {
    return cx << 32 ^ cy & 0xffffffffL;
  }
}
