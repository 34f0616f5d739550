package io.qingtu.route.geo;

import io.qingtu.route.plan.Place;
import java.util.ArrayList;
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

  private static final double CELL = 100;
  private static final List<Fenced> NOTHING = List.of();

  /** A place with its polygon in the plane. */
  public record Fenced(Place place, FlatPolygon polygon) {}

  private record Cell(List<Fenced> near, boolean[] full) {}

  private final List<Fenced> all = new ArrayList<>();
  private final Map<String, Fenced> byId = new HashMap<>();
  private final Map<Long, Cell> cells = new HashMap<>();

  public PlaceIndex(List<Place> places, LocalPlane plane) {
    Map<Long, List<Fenced>> building = new HashMap<>();
    for (Place p : places) {
      Fenced f = new Fenced(p, new FlatPolygon(p.polygon(), plane));
      all.add(f);
      byId.put(p.id(), f);
      spread(f, building);
    }
    building.forEach((key, near) -> cells.put(key, cell(key, near)));
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
    Cell c = cells.get(key((long) Math.floor(x / CELL), (long) Math.floor(y / CELL)));
    return c == null ? NOTHING : c.near;
  }

  /** Whether the i-th of {@link #near} contains the point. */
  public boolean contains(int i, double x, double y) {
    Cell c = cells.get(key((long) Math.floor(x / CELL), (long) Math.floor(y / CELL)));
    return c.full[i] || c.near.get(i).polygon.contains(x, y);
  }

  private static void spread(Fenced f, Map<Long, List<Fenced>> building) {
    FlatPolygon p = f.polygon;
    for (long i = cellOf(p.minX() - REACH); i <= cellOf(p.maxX() + REACH); i++) {
      for (long j = cellOf(p.minY() - REACH); j <= cellOf(p.maxY() + REACH); j++) {
        double centreX = (i + 0.5) * CELL;
        double centreY = (j + 0.5) * CELL;
        if (p.distance(centreX, centreY) <= REACH + CELL) {
          building.computeIfAbsent(key(i, j), k -> new ArrayList<>(2)).add(f);
        }
      }
    }
  }

  private static Cell cell(long key, List<Fenced> near) {
    double centreX = ((key >> 32) + 0.5) * CELL;
    double centreY = ((int) key + 0.5) * CELL;
    boolean[] full = new boolean[near.size()];
    for (int i = 0; i < full.length; i++) {
      FlatPolygon p = near.get(i).polygon;
      // no edge within half a diagonal of the centre: the cell is all inside or all outside
      full[i] = p.contains(centreX, centreY) && p.boundaryDistance(centreX, centreY) > CELL;
    }
    return new Cell(List.copyOf(near), full);
  }

  private static long cellOf(double metres) {
    return (long) Math.floor(metres / CELL);
  }

  private static long key(long cx, long cy) {
    return cx << 32 ^ cy & 0xffffffffL;
  }
}
