package io.qingtu.route.geo;

import io.qingtu.route.plan.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
  private static final int[] NOTHING = {};
  private static final Comparator<Hit> BY_DISTANCE = Comparator.comparingDouble(Hit::distance);

  /** A nearest point computed to lie in a circle may lie this far outside it, m. */
  private static final double ROUNDING = 1e-3;

  /** Within this the nearest segment is looked for first, m. */
  private static final double CLOSE = 25;

  /**
   * A segment in the plane: {@code x[i], y[i]} are its vertices, {@code along[i]} their distance
   * from its start, m, {@code bearing[i]} the bearing of the piece that ends there, degrees
   * clockwise from the plane's north.
   */
  public record FlatSegment(
      Segment segment, double[] x, double[] y, double[] along, double[] bearing) {
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

  /** The vertices of all segments, x and y by turns: the i-th begins at {@code first[i]}. */
  private double[] vertices = {};

  private int[] first = {0};
  private final Map<String, FlatSegment> byId = new HashMap<>();

  /** Indexes of the segments in each cell, ascending. */
  private final CellMap<int[]> cells = new CellMap<>();

  public SegmentGrid(List<Segment> segments, LocalPlane plane) {
    List<Segment> sorted = new ArrayList<>(segments);
    // of two segments at the same distance the same one comes first, whatever the plan's order
    sorted.sort(Comparator.comparing(Segment::id));
    for (Segment s : sorted) {
      FlatSegment flat = flatten(s, plane);
      flats.add(flat);
      byId.put(s.id(), flat);
      for (int i = 1; i < flat.x.length; i++) {
        spread(flats.size() - 1, flat, i);
      }
    }
    layOut();
  }

  /** Side by side, so that a look over the segments of a cell touches little memory. */
  private void layOut() {
    first = new int[flats.size() + 1];
    for (int i = 0; i < flats.size(); i++) {
      first[i + 1] = first[i] + 2 * flats.get(i).x.length;
    }
    vertices = new double[first[flats.size()]];
    for (int i = 0; i < flats.size(); i++) {
      FlatSegment flat = flats.get(i);
      for (int k = 0; k < flat.x.length; k++) {
        vertices[first[i] + 2 * k] = flat.x[k];
        vertices[first[i] + 2 * k + 1] = flat.y[k];
      }
    }
  }

  /** The segments within {@code radius} metres (at most 1,000) of a point, nearest first. */
  public List<Hit> near(double x, double y, double radius) {
    int[] found = inCellsAround(x, y, radius);
    List<Hit> hits = new ArrayList<>();
    for (int k = 0; k < found.length; k++) {
      if (k > 0 && found[k] == found[k - 1]) {
        continue;
      }
      if (Math.sqrt(distance2(found[k], x, y)) <= radius) {
        hits.add(project(flats.get(found[k]), x, y));
      }
    }
    if (hits.size() > 1) {
      hits.sort(BY_DISTANCE);
    }
    return hits;
  }

  /** Metres to the nearest segment; {@code radius} where none is that near. */
  public double nearest(double x, double y, double radius) {
    // most points lie on a road or beside it
    for (double within = CLOSE; within < radius; within *= 4) {
      double d = nearestWithin(x, y, within);
      if (d < within) {
        return d;
      }
    }
    return nearestWithin(x, y, radius);
  }

  private double nearestWithin(double x, double y, double radius) {
    double best = radius * radius;
    for (int index : inCellsAround(x, y, radius)) {
      best = Math.min(best, distance2(index, x, y));
    }
    return Math.sqrt(best);
  }

  private double distance2(int index, double px, double py) {
    double best = Double.MAX_VALUE;
    for (int i = first[index] + 2; i < first[index + 1]; i += 2) {
      best =
          Math.min(
              best,
              Planar.distance2(
                  px, py, vertices[i - 2], vertices[i - 1], vertices[i], vertices[i + 1]));
    }
    return best;
  }

  /** Indexes of the segments in the cells that the circle touches: ascending, some repeated. */
  private int[] inCellsAround(double x, double y, double radius) {
    int left = CellMap.cellOf(x - radius - ROUNDING);
    int right = CellMap.cellOf(x + radius + ROUNDING);
    int bottom = CellMap.cellOf(y - radius - ROUNDING);
    int top = CellMap.cellOf(y + radius + ROUNDING);
    int[] found = NOTHING;
    boolean sorted = true;
    for (int i = left; i <= right; i++) {
      for (int j = bottom; j <= top; j++) {
        int[] here = cells.get(i, j);
        if (here != null) {
          sorted = found.length == 0;
          found = sorted ? here : joined(found, here);
        }
      }
    }
    if (!sorted) {
      Arrays.sort(found);
    }
    return found;
  }

  private static int[] joined(int[] a, int[] b) {
    int[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
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

  public boolean isEmpty() {
    return flats.isEmpty();
  }

  public List<FlatSegment> all() {
    return Collections.unmodifiableList(flats);
  }

  /** The nearest point of one segment. */
  public static Hit project(FlatSegment flat, double px, double py) {
    double best = Double.MAX_VALUE;
    double along = 0;
    int piece = 1;
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
        piece = i;
      }
    }
    return new Hit(flat, Math.sqrt(best), along, flat.bearing[piece]);
  }

  private static FlatSegment flatten(Segment s, LocalPlane plane) {
    // a repeated vertex has no bearing
    Coordinate[] distinct = CoordinateArrays.removeRepeatedPoints(s.line().getCoordinates());
    Coordinate[] c = distinct.length > 1 ? distinct : s.line().getCoordinates();
    double[] x = new double[c.length];
    double[] y = new double[c.length];
    double[] along = new double[c.length];
    double[] bearing = new double[c.length];
    for (int i = 0; i < c.length; i++) {
      x[i] = plane.x(c[i].x, c[i].y);
      y[i] = plane.y(c[i].x, c[i].y);
      if (i > 0) {
        double dx = x[i] - x[i - 1];
        double dy = y[i] - y[i - 1];
        double degrees = Math.toDegrees(Math.atan2(dx, dy));
        along[i] = along[i - 1] + Math.hypot(dx, dy);
        bearing[i] = degrees < 0 ? degrees + 360 : degrees;
      }
    }
    return new FlatSegment(s, x, y, along, bearing);
  }

  /** Every cell of the bounding box of a piece: pieces are short, so few are superfluous. */
  private void spread(int index, FlatSegment f, int i) {
    int right = CellMap.cellOf(Math.max(f.x[i - 1], f.x[i]));
    int top = CellMap.cellOf(Math.max(f.y[i - 1], f.y[i]));
    for (int cx = CellMap.cellOf(Math.min(f.x[i - 1], f.x[i])); cx <= right; cx++) {
      for (int cy = CellMap.cellOf(Math.min(f.y[i - 1], f.y[i])); cy <= top; cy++) {
        int[] here = cells.get(cx, cy);
        if (here == null) {
          cells.put(cx, cy, new int[] {index});
        } else if (here[here.length - 1] != index) {
          int[] more = Arrays.copyOf(here, here.length + 1);
          more[here.length] = index;
          cells.put(cx, cy, more);
        }
      }
    }
  }
}
