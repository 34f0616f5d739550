package io.qingtu.route.geo;

/**
 * What lies in each cell of a 100 m grid over the plane; most cells are empty. Open addressing over
 * plain arrays: a look-up makes no object, and neighbouring cells do not collide.
 */
final class CellMap<V> {
  /** Side of a cell, m. */
  static final double SIZE = 100;

  private long[] keys = new long[64];
  private Object[] values = new Object[64];
  private int used;

  /** Number of the column or row that a coordinate lies in. */
  static int cellOf(double metres) {
    return (int) Math.floor(metres / SIZE);
  }

  /** Null where the cell is empty. */
  @SuppressWarnings("unchecked")
  V get(int column, int row) {
    return (V) values[slot(key(column, row))];
  }

  void put(int column, int row, V value) {
    if (2 * used >= keys.length) {
      grow();
    }
    long key = key(column, row);
    int slot = slot(key);
    used += values[slot] == null ? 1 : 0;
    keys[slot] = key;
    values[slot] = value;
  }

  /** Where the key is, or the free slot where it would be. */
  private int slot(long key) {
    int mask = keys.length - 1;
    // the product's upper bits depend on column and row alike
    int slot = (int) (key * 0x9e3779b97f4a7c15L >>> 40) & mask;
    while (values[slot] != null && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    Object[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new Object[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != null) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  private static long key(int column, int row) {
    return (long) column << 32 | row & 0xffffffffL;
  }
}
