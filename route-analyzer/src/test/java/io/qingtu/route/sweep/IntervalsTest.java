package io.qingtu.route.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalsTest {
  private static Intervals of(int... bounds) {
    Intervals set = new Intervals();
    for (int i = 0; i < bounds.length; i += 2) {
      set.add(bounds[i], bounds[i + 1]);
    }
    return set;
  }

  @Test
  void joinsWhatTouchesAndKeepsApartWhatDoesNot() {
    assertEquals("[0,10)", of(0, 5, 5, 10).toString());
    assertEquals("[0,5) [6,10)", of(6, 10, 0, 5).toString());
    assertEquals("[0,10)", of(0, 2, 8, 10, 1, 9).toString());
  }

  @Test
  void anEmptyIntervalAddsNothing() {
    assertEquals(new Intervals(), of(7, 7, 9, 8));
  }

  @Test
  void anyOrderAndAnyRepetitionGiveTheSameSet() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<int[]> parts = new ArrayList<>();
      BitSet expected = new BitSet();
      for (int i = 0; i < 25; i++) {
        int from = random.nextInt(200);
        int to = from + random.nextInt(15);
        parts.add(new int[] {from, to});
        expected.set(from, to);
      }
      Intervals one = new Intervals();
      parts.forEach(p -> one.add(p[0], p[1]));
      parts.addAll(parts.subList(0, 10));
      Collections.shuffle(parts, random);
      Intervals left = new Intervals();
      Intervals right = new Intervals();
      parts.forEach(p -> (random.nextBoolean() ? left : right).add(p[0], p[1]));
      left.addAll(right);
      left.addAll(left);
      assertEquals(one, left);
      assertEquals(expected.cardinality(), left.size());
    }
  }
}
