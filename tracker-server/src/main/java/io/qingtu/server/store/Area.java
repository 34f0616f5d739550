package io.qingtu.server.store;

import java.util.ArrayList;
import java.util.List;

/**
 * A rectangle in WGS-84 degrees: what an index can tell before distances are taken.
 *
 * @param west of its west side
 * @param south of its south side
 * @param east of its east side
 * @param north of its north side
 */
public record Area(double west, double south, double east, double north) {
  private static final double DEGREE_METRES = 111_320;

  /** Condition on {@code p}, a position; its arguments are {@link #positions()}. */
  static final String POSITION = "p.lon_e6 between ? and ? and p.lat_e6 between ? and ?";

  /** Side of a cell of the table of presence, 1e-6 degrees: some 500 m. */
  private static final int CELL_E6 = 5000;

  /** Cells from south to north, more than there are; keeps the number of a cell within an int. */
  private static final int COLUMN = 50_000;

  /** Some 35 km to a side. */
  private static final int MOST_CELLS = 5000;

  /** Condition on {@code a}, an alert; its arguments are {@link #degrees()}. */
  static final String ALERT = "a.lon between ? and ? and a.lat between ? and ?";

  /**
   * A square around a place.
   *
   * @param reach half the side, m
   */
  static Area around(double longitude, double latitude, double reach) {
    double up = reach / DEGREE_METRES;
    double right = up / Math.cos(Math.toRadians(latitude));
    return new Area(longitude - right, latitude - up, longitude + right, latitude + up);
  }

  Object[] positions() {
    return new Object[] {
      PositionColumns.e6(west),
      PositionColumns.e6(east),
      PositionColumns.e6(south),
      PositionColumns.e6(north)
    };
  }

  /** The condition {@link #POSITION} with its arguments, for a statement that takes none. */
  String literal() {
    return POSITION.replace("?", "%d").formatted(positions());
  }

  Object[] degrees() {
    return new Object[] {west, east, south, north};
  }

  /** The cell of a place in 1e-6 degrees. */
  static int cell(int lonE6, int latE6) {
    return lonE6 / CELL_E6 * COLUMN + latE6 / CELL_E6;
  }

  /** Whether it touches more cells than are worth asking for one by one. */
  boolean isLarge() {
    long columns = cell(east) - cell(west) + 1L;
    long rows = cell(north) - cell(south) + 1L;
    return columns * rows > MOST_CELLS;
  }

  /** The cells that it touches. */
  int[] cells() {
    List<Integer> cells = new ArrayList<>();
    for (int x = cell(west); x <= cell(east); x++) {
      for (int y = cell(south); y <= cell(north); y++) {
        cells.add(x * COLUMN + y);
      }
    }
    return cells.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Towards zero, as the database divides. */
  private static int cell(double degrees) {
    return PositionColumns.e6(degrees) / CELL_E6;
  }
}
