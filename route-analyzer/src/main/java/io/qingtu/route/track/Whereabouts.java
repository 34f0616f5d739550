package io.qingtu.route.track;

import java.util.Arrays;

/**
 * Where one vehicle was at the whole minutes at which its terminal had good reception, in order of
 * time: a row per minute while it moved, and one for all minutes of a stand.
 */
public final class Whereabouts {
  /** Of a vehicle that has not been seen. */
  public static final Whereabouts NOWHERE =
      new Whereabouts(new int[0], new int[0], new float[0], new float[0], 0);

  private final int[] from;
  private final int[] to;
  private final float[] x;
  private final float[] y;
  private final int rows;

  /** The arrays are shared with their writer, who only appends to them. */
  Whereabouts(int[] from, int[] to, float[] x, float[] y, int rows) {
    this.from = from;
    this.to = to;
    this.x = x;
    this.y = y;
    this.rows = rows;
  }

  /** The row of a minute since 1970; -1 where it was not seen then. */
  public int find(int minute) {
    int i = Arrays.binarySearch(from, 0, rows, minute);
    int row = i >= 0 ? i : -i - 2;
    return row >= 0 && minute <= lastMinute(row) ? row : -1;
  }

  /** The last row that ended before a minute; -1 where there is none. */
  public int before(int minute) {
    int i = Arrays.binarySearch(from, 0, rows, minute);
    int row = (i >= 0 ? i : -i - 1) - 1;
    return row >= 0 && lastMinute(row) >= minute ? row - 1 : row;
  }

  /** The first row that begins at a minute or later; -1 where there is none. */
  public int from(int minute) {
    int i = Arrays.binarySearch(from, 0, rows, minute);
    int row = i >= 0 ? i : -i - 1;
    return row < rows ? row : -1;
  }

  /** Metres east in the city's plane. */
  public double x(int row) {
    return x[row];
  }

  /** Metres north. */
  public double y(int row) {
    return y[row];
  }

  public boolean moves(int row) {
    return to[row] < 0;
  }

  public int rows() {
    return rows;
  }

  public int firstMinute(int row) {
    return from[row];
  }

  public int lastMinute(int row) {
    return moves(row) ? from[row] : to[row];
  }
}
