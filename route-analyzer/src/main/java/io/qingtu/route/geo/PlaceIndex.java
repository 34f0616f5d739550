package io.qingtu.route.geo;

import io.qingtu.route.plan.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places in a grid of 100 m cells. A cell names the places within {@link #REACH} metres of it and
 * says of each whether the whole cell lies inside: most questions need no geometry.
 */
public final class PlaceIndex {
  /** Greatest distance that can be asked for, m. */
  public static final double REACH = 300;

  private static final Cell NOTHING = new Cell(List.of(), new boolean[0]);

  /** A place with its polygon in the plane. */
  public record Fenced(Place place, FlatPolygon polygon) {}

  private record Cell(List<Fenced> near, boolean[] full) {
    Cell with(Fenced f, boolean allInside) {
      Fenced[] more = near.toArray(new Fenced[near.size() + 1]);
      more[near.size()] = f;
      boolean[] inside = Arrays.copyOf(full, more.length);
      inside[near.size()] = allInside;
      return new Cell(List.of(more), inside);
    }
  }

  private final List<Fenced> all = new ArrayList<>();
  private final Map<String, Fenced> byId = new HashMap<>();
  private final CellMap<Cell> cells = new CellMap<>();

  public PlaceIndex(List<Place> places, LocalPlane plane) {
    for (Place p : places) {
      Fenced f = new Fenced(p, new FlatPolygon(p.polygon(), plane));
      all.add(f);
      byId.put(p.id(), f);
      spread(f);
    }
  }

  /** All places, in the order of the plan. */
  public List<Fenced> all() {
    return List.copyOf(all);
  }

  /** The place with this id; null where the plan has none. */
  public Fenced find(String placeId) {
    return byId.get(placeId);
  }

  /** The places that may lie within {@link #REACH} of a point, in the order of the plan. */
  public List<Fenced> near(double x, double y) {
    return cellAt(CellMap.cellOf(x), CellMap.cellOf(y)).near;
  }

  /** Whether the i-th of {@link #near} contains the point. */
  public boolean contains(int i, double x, double y) {
    Cell c = cellAt(CellMap.cellOf(x), CellMap.cellOf(y));
    return c.full[i] || c.near.get(i).polygon.contains(x, y);
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
        if (p.distance(x, y) <= REACH + CellMap.SIZE) {
          // no edge within half a diagonal of the centre: the cell is all inside or all outside
          boolean allInside = p.contains(x, y) && p.boundaryDistance(x, y) > CellMap.SIZE;
          cells.put(i, j, cellAt(i, j).with(f, allInside));
        }
      }
    }
  }
}
