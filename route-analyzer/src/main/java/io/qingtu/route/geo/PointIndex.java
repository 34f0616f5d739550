package io.qingtu.route.geo;

import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Collection points in a grid of 100 m cells, each once where it stands, however many versions of
 * it the plan has. One that is served no more does not take the stops of one that stands beside it.
 */
public final class PointIndex {
  /** A window may begin that long before it is worked on, and a point be visited before it. */
  private static final Duration AROUND = Duration.ofDays(1);

  /**
   * A point in the plane, m.
   *
   * @param point the oldest of its versions there
   * @param held when any of these counts
   */
  public record Spot(CollectionPoint point, double x, double y, List<Validity> held) {
    public double distance(double px, double py) {
      return Planar.distance(x, y, px, py);
    }

    private boolean isHeld(Instant t) {
      for (Validity v : held) {
        if (v.contains(t)) {
          return true;
        }
      }
      return false;
    }

    private boolean isHeldAround(Instant t) {
      Instant begin = t.minus(AROUND);
      Instant end = t.plus(AROUND);
      for (Validity v : held) {
        if (v.meets(begin, end)) {
          return true;
        }
      }
      return false;
    }
  }

  private final CellMap<List<Spot>> cells = new CellMap<>();
  private final boolean empty;

  public PointIndex(Collection<CollectionPoint> points, LocalPlane plane) {
    Map<List<Object>, List<CollectionPoint>> standing =
        points.stream()
            .sorted(
                Comparator.comparing(CollectionPoint::id).thenComparing(p -> p.validity().from()))
            .collect(
                Collectors.groupingBy(
                    p -> List.of(p.id(), p.longitude(), p.latitude()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    for (List<CollectionPoint> versions : standing.values()) {
      CollectionPoint p = versions.get(0);
      double x = plane.x(p.longitude(), p.latitude());
      double y = plane.y(p.longitude(), p.latitude());
      int column = CellMap.cellOf(x);
      int row = CellMap.cellOf(y);
      List<Spot> cell = cells.get(column, row);
      if (cell == null) {
        cell = new ArrayList<>();
        cells.put(column, row, cell);
      }
      cell.add(new Spot(p, x, y, versions.stream().map(CollectionPoint::validity).toList()));
    }
    empty = standing.isEmpty();
  }

  public boolean isEmpty() {
    return empty;
  }

  /** The points within {@code radius} metres (at most 1,000) that count around a moment. */
  public List<Spot> near(double x, double y, double radius, Instant t) {
    if (empty) {
      return List.of();
    }
    List<Spot> found = new ArrayList<>();
    for (int i = CellMap.cellOf(x - radius); i <= CellMap.cellOf(x + radius); i++) {
      for (int j = CellMap.cellOf(y - radius); j <= CellMap.cellOf(y + radius); j++) {
        List<Spot> cell = cells.get(i, j);
        if (cell != null) {
          cell.stream()
              .filter(s -> s.distance(x, y) <= radius && s.isHeldAround(t))
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  /**
   * The nearest point within {@code radius} metres, of those that count at a moment if there are
   * any; null where none is.
   */
  public CollectionPoint nearest(double x, double y, double radius, Instant t) {
    Spot best = null;
    for (Spot s : near(x, y, radius, t)) {
      if (best == null || isBetter(s, best, x, y, t)) {
        best = s;
      }
    }
    return best == null ? null : best.point;
  }

  private static boolean isBetter(Spot s, Spot best, double x, double y, Instant t) {
    boolean held = s.isHeld(t);
    return held == best.isHeld(t) ? s.distance(x, y) < best.distance(x, y) : held;
  }
}
