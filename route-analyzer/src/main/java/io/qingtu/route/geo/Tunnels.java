package io.qingtu.route.geo;

import io.qingtu.route.geo.SegmentGrid.FlatSegment;
import java.util.ArrayList;
import java.util.List;

/** Tunnels and underpasses with their portals; touching tunnel segments make one tunnel. */
public final class Tunnels {
  /** Ends of two segments this near are one point, m. */
  private static final double TOUCH = 1;

  private static final class Tunnel {
    final List<double[]> ends = new ArrayList<>();
    double length;

    void add(FlatSegment s) {
      int last = s.x().length - 1;
      length += s.length();
      toggle(s.x()[0], s.y()[0]);
      toggle(s.x()[last], s.y()[last]);
    }

    /** An end where two segments meet is no portal. */
    private void toggle(double x, double y) {
      if (!ends.removeIf(e -> Math.hypot(e[0] - x, e[1] - y) <= TOUCH)) {
        ends.add(new double[] {x, y});
      }
    }

    boolean touches(FlatSegment s) {
      int last = s.x().length - 1;
      return nearest(s.x()[0], s.y()[0]) <= TOUCH || nearest(s.x()[last], s.y()[last]) <= TOUCH;
    }

    double nearest(double x, double y) {
      double best = Double.MAX_VALUE;
      for (double[] e : ends) {
        best = Math.min(best, Math.hypot(e[0] - x, e[1] - y));
      }
      return best;
    }
  }

  private final List<Tunnel> tunnels = new ArrayList<>();

  public Tunnels(SegmentGrid roads) {
    List<FlatSegment> rest = new ArrayList<>();
    for (FlatSegment s : roads.all()) {
      if (s.segment().tunnel()) {
        rest.add(s);
      }
    }
    while (!rest.isEmpty()) {
      Tunnel t = new Tunnel();
      t.add(rest.remove(0));
      for (int i = 0; i < rest.size(); ) {
        if (t.touches(rest.get(i))) {
          t.add(rest.remove(i));
          i = 0;
        } else {
          i++;
        }
      }
      tunnels.add(t);
    }
  }

  /**
   * Length of the tunnel at whose portals both points lie; NaN where there is none.
   *
   * @param reach how near a point must be to a portal, m
   */
  public double lengthBetween(double ax, double ay, double bx, double by, double reach) {
    for (Tunnel t : tunnels) {
      if (t.nearest(ax, ay) <= reach && t.nearest(bx, by) <= reach) {
        return t.length;
      }
    }
    return Double.NaN;
  }

  /**
   * Length of the longest tunnel that has a portal near a point; 0 where there is none.
   *
   * @param reach how near the point must be to the portal, m
   */
  public double longestFrom(double x, double y, double reach) {
    double longest = 0;
    for (Tunnel t : tunnels) {
      if (t.length > longest && t.nearest(x, y) <= reach) {
        longest = t.length;
      }
    }
    return longest;
  }
}
