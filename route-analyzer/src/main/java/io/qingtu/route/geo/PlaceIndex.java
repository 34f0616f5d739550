package io.qingtu.route.geo;

import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places in a grid of 100 m cells. A cell names the places within {@link #REACH} metres of it,
 * those that touch it, and of these the ones that it lies in whole: most questions need no
 * geometry.
 */
public final class PlaceIndex {
  /** Greatest distance that can be asked for, m. */
  public static final double REACH = 300;

  private static final boolean[] NONE = {};
  private static final Cell NOTHING = new Cell(List.of(), List.of(), NONE);

  /** A place with its polygon in the plane. */
  public record Fenced(Place place, FlatPolygon polygon) {}

  /**
   * @param near the places in reach
   * @param touching those of them that may contain a point of the cell
   * @param full whether the i-th of these contains every point of it
   */
  private record Cell(List<Fenced> near, List<Fenced> touching, boolean[] full) {
    Cell withNear(Fenced f) {
      return new Cell(plus(near, f), touching, full);
    }

    Cell withTouching(Fenced f, boolean allInside) {
      boolean[] inside = Arrays.copyOf(full, full.length + 1);
      inside[full.length] = allInside;
      return new Cell(near, plus(touching, f), inside);
    }

    private static List<Fenced> plus(List<Fenced> list, Fenced f) {
      Fenced[] more = list.toArray(new Fenced[list.size() + 1]);
      more[list.size()] = f;
      return List.of(more);
    }

    List<Fenced> at(double x, double y) {
      List<Fenced> found = List.of();
      if (full == NONE) {
        return found; // without another look into memory
      }
      for (int i = 0; i < full.length; i++) {
        Fenced f = touching.get(i);
        if (full[i] || f.polygon.contains(x, y)) {
          found = found.isEmpty() ? List.of(f) : plus(found, f);
        }
      }
      return found;
    }
  }

  private final List<Fenced> all = new ArrayList<>();
  private final Map<String, Fenced> byId = new HashMap<>();
  private final Map<PlaceKind, List<Fenced>> byKind = new EnumMap<>(PlaceKind.class);
  private final CellMap<Cell> cells = new CellMap<>();

  public PlaceIndex(List<Place> places, LocalPlane plane) {
    for (Place p : places) {
      Fenced f = new Fenced(p, new FlatPolygon(p.polygon(), plane));
      all.add(f);
      byId.put(p.id(), f);
      byKind.computeIfAbsent(p.kind(), k -> new ArrayList<>()).add(f);
      spread(f);
    }
  }

  /** All places, in the order of the plan. */
  public List<Fenced> all() {
    return Collections.unmodifiableList(all);
  }

  /** The places of a kind, in the order of the plan. */
  public List<Fenced> of(PlaceKind kind) {
    return Collections.unmodifiableList(byKind.getOrDefault(kind, List.of()));
  }

  /** The place with this id; null where the plan has none. */
  public Fenced find(String placeId) {
    return byId.get(placeId);
  }

  /** The places that may lie within {@link #REACH} of a point, in the order of the plan. */
  public List<Fenced> near(double x, double y) {
    return cellAt(CellMap.cellOf(x), CellMap.cellOf(y)).near;
  }

  /** The places that contain a point, in the order of the plan. */
  public List<Fenced> at(double x, double y) {
    return cellAt(CellMap.cellOf(x), CellMap.cellOf(y)).at(x, y);
  }

  private Cell cellAt(int column, int row) {
    Cell c = cells.get(column, row);
    return c == null ? NOTHING : c;
  }

  private void spread(Fenced f) {
    FlatPolygon p = f.polygon;
    for (int i = CellMap.cellOf(p.minX() - REACH); i <= CellMap.cellOf(p.maxX() + REACH); i++) {
      for (int j = CellMap.cellOf(p.minY() - REACH); j <= CellMap.cellOf(p.maxY() + REACH); j++) {
        double x = (i + 0.5) * CellMap.SIZE;
        double y = (j + 0.5) * CellMap.SIZE;
        double outside = p.distance(x, y);
        // the corners of a cell are less than its side from its middle
        if (outside <= REACH + CellMap.SIZE) {
          Cell cell = cellAt(i, j).withNear(f);
          if (outside <= CellMap.SIZE) {
            boolean allInside = outside == 0 && p.boundaryDistance(x, y) > CellMap.SIZE;
            cell = cell.withTouching(f, allInside);
          }
          cells.put(i, j, cell);
        }
      }
    }
  }
}
