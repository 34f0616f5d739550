package io.qingtu.route.geo;

import io.qingtu.route.plan.CollectionPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Collection points in a grid of 100 m cells. */
public final class PointIndex {
  /** A point in the plane, m. */
  public record Spot(CollectionPoint point, double x, double y) {
    public double distance(double px, double py) {
      return Planar.distance(x, y, px, py);
    }
  }

  private final CellMap<List<Spot>> cells = new CellMap<>();
  private final boolean empty;

  public PointIndex(Collection<CollectionPoint> points, LocalPlane plane) {
    List<CollectionPoint> sorted = new ArrayList<>(points);
    sorted.sort(Comparator.comparing(CollectionPoint::id));
    for (CollectionPoint p : sorted) {
      double x = plane.x(p.longitude(), p.latitude());
      double y = plane.y(p.longitude(), p.latitude());
      int column = CellMap.cellOf(x);
      int row = CellMap.cellOf(y);
      List<Spot> cell = cells.get(column, row);
      if (cell == null) {
        cell = new ArrayList<>();
        cells.put(column, row, cell);
      }
      cell.add(new Spot(p, x, y));
    }
    empty = sorted.isEmpty();
  }

  public boolean isEmpty() {
    return empty;
  }

  /** The points within {@code radius} metres (at most 1,000). */
  public List<Spot> near(double x, double y, double radius) {
    if (empty) {
      return List.of();
    }
    List<Spot> found = new ArrayList<>();
    for (int i = CellMap.cellOf(x - radius); i <= CellMap.cellOf(x + radius); i++) {
      for (int j = CellMap.cellOf(y - radius); j <= CellMap.cellOf(y + radius); j++) {
        List<Spot> cell = cells.get(i, j);
        if (cell != null) {
          cell.stream().filter(s -> s.distance(x, y) <= radius).forEach(found::add);
        }
      }
    }
    return found;
  }

  /** The nearest point within {@code radius} metres; null where none is. */
  public CollectionPoint nearest(double x, double y, double radius) {
    Spot best = null;
    for (Spot s : near(x, y, radius)) {
      if (best == null || s.distance(x, y) < best.distance(x, y)) {
        best = s;
      }
    }
    return best == null ? null : best.point;
  }
}
