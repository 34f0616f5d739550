package io.qingtu.route.geo;

/**
 * What lies in each cell of a 100 m grid over the plane; most cells are empty. Cells lie in blocks
 * of 16 by 16, which a hash table of open addressing finds: a look-up makes no object, and who
 * drives on stays in one block, and mostly in one stretch of memory.
 */
final class CellMap<V> {
  /** Side of a cell, m. */
  static final double SIZE = 100;

  /** A block is two to this many cells wide. */
  private static final int BITS = 4;

  private static final int INSIDE = (1 << BITS) - 1;

  private long[] keys = new long[64];
  private Object[][] blocks = new Object[64][];
  private int used;

  /** Number of the column or row that a coordinate lies in. */
  static int cellOf(double metres) {
    return (int) Math.floor(metres / SIZE);
  }

  /** Null where the cell is empty. */
  @SuppressWarnings("unchecked")
  V get(int column, int row) {
    Object[] block = blocks[slot(key(column, row))];
    return block == null ? null : (V) block[inside(column, row)];
  }

  void put(int column, int row, V value) {
    if (2 * used >= keys.length) {
      grow();
    }
    long key = key(column, row);
    int slot = slot(key);
    if (blocks[slot] == null) {
      keys[slot] = key;
      blocks[slot] = new Object[1 << 2 * BITS];
      used++;
    }
    blocks[slot][inside(column, row)] = value;
  }

  /** Where the block is, or the free slot where it would be. */
  private int slot(long key) {
    int mask = keys.length - 1;
    // the product's upper bits depend on column and row alike
    int slot = (int) (key * 0x9e3779b97f4a7c15L >>> 40) & mask;
    while (blocks[slot] != null && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    Object[][] oldBlocks = blocks;
    keys = new long[2 * oldKeys.length];
    blocks = new Object[keys.length][];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldBlocks[i] != null) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        blocks[slot] = oldBlocks[i];
      }
    }
  }

  private static long key(int column, int row) {
    return (long) (column >> BITS) << 32 | row >> BITS & 0xffffffffL;
  }

  private static int inside(int column, int row) {
    return (column & INSIDE) << BITS | row & INSIDE;
  }
}
