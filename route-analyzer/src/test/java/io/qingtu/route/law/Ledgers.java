package io.qingtu.route.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Compares what analyses found; a failure shows the entries that differ and no others. */
final class Ledgers {
  private Ledgers() {}

  static void assertSame(Ledger expected, Ledger found) {
    assertSameFindings(expected, found);
    assertSame(expected.quality(), found.quality());
  }

  /** All but how the data came. */
  static void assertSameFindings(Ledger expected, Ledger found) {
    assertSame(expected.alerts(), found.alerts());
    assertSame(expected.trips(), found.trips());
    assertSame(expected.passes(), found.passes());
    assertSame(expected.work(), found.work());
  }

  /** In this order. */
  static void assertSame(Collection<?> expected, Collection<?> found) {
    if (!List.copyOf(expected).equals(List.copyOf(found))) {
      assertEquals(without(expected, found), without(found, expected));
      assertEquals(List.copyOf(expected), List.copyOf(found));
    }
  }

  private static String without(Collection<?> all, Collection<?> known) {
    List<Object> left = new ArrayList<>(all);
    known.forEach(left::remove);
    StringBuilder lines = new StringBuilder();
    left.forEach(e -> lines.append(e).append('\n'));
    return lines.toString();
  }
}
