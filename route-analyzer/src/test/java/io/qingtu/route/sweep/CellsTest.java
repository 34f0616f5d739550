package io.qingtu.route.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CellsTest {
  private static String touched(double length, double from, double to) {
    Intervals set = new Intervals();
    Cells.of(length, 10).addTouched(from, to, set);
    return set.toString();
  }

  @Test
  void aThousandMetresAreAHundredCellsEvenIfMeasuredAFewCentimetresLonger() {
    assertEquals(100, Cells.of(1000, 10).count());
    assertEquals(100, Cells.of(1000.04, 10).count());
    assertEquals(1, Cells.of(3, 10).count());
  }

  @Test
  void aStretchCoversEveryCellThatItReachesInto() {
    assertEquals("[0,86)", touched(1000, 0, 860));
    assertEquals("[0,87)", touched(1000, 0, 860.1));
    assertEquals("[79,100)", touched(1000, 790, 1000));
    assertEquals("[1,3)", touched(1000, 19, 21));
  }

  @Test
  void aPlaceCoversTheCellItLiesIn() {
    assertEquals("[1,2)", touched(1000, 15, 15));
    assertEquals("[99,100)", touched(1000, 1000, 1000));
    assertEquals("[0,1)", touched(1000, 0, 0));
  }
}
