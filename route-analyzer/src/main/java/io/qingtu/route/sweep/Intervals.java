package io.qingtu.route.sweep;

import java.util.Arrays;

/**
 * A set of whole numbers as sorted, disjoint, half-open intervals. Adding is commutative,
 * associative and idempotent: late or repeated work cannot change what the set says.
 */
public final class Intervals {
  private int[] bounds = new int[4];
  private int used;

  /** Adds {@code from} to {@code to - 1}; nothing where {@code to <= from}. */
  public void add(int from, int to) {
    if (to <= from) {
      return;
    }
    int first = 0;
    while (first < used && bounds[first + 1] < from) {
      first += 2;
    }
    int after = first;
    int low = from;
    int high = to;
    while (after < used && bounds[after] <= to) {
      low = Math.min(low, bounds[after]);
      high = Math.max(high, bounds[after + 1]);
      after += 2;
    }
    replace(first, after, low, high);
  }

  private void replace(int first, int after, int low, int high) {
    int size = used - (after - first) + 2;
    int[] target = size <= bounds.length ? bounds : Arrays.copyOf(bounds, size * 2);
    System.arraycopy(bounds, after, target, first + 2, used - after);
    target[first] = low;
    target[first + 1] = high;
    bounds = target;
    used = size;
  }

  public void addAll(Intervals other) {
    for (int i = 0; i < other.used; i += 2) {
      add(other.bounds[i], other.bounds[i + 1]);
    }
  }

  /** How many numbers are in the set. */
  public int size() {
    int n = 0;
    for (int i = 0; i < used; i += 2) {
      n += bounds[i + 1] - bounds[i];
    }
    return n;
  }

  public boolean isEmpty() {
    return used == 0;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Intervals other
        && Arrays.equals(bounds, 0, used, other.bounds, 0, other.used);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(Arrays.copyOf(bounds, used));
  }

  /** As {@code [3,7) [9,12)}. */
  @Override
  public String toString() {
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < used; i += 2) {
      s.append(i == 0 ? "[" : " [").append(bounds[i]).append(',').append(bounds[i + 1]).append(')');
    }
    return s.toString();
  }
}
