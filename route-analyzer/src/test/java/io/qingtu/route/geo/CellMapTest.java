package io.qingtu.route.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class CellMapTest {
  @Test
  void everyCellKeepsItsOwnValueOnAllSidesOfTheOrigin() {
    CellMap<String> map = new CellMap<>();
    for (int column = -40; column <= 40; column++) {
      for (int row = -40; row <= 40; row++) {
        map.put(column, row, column + "/" + row);
      }
    }
    for (int column = -40; column <= 40; column++) {
      for (int row = -40; row <= 40; row++) {
        assertEquals(column + "/" + row, map.get(column, row));
      }
    }
    assertNull(map.get(41, 0));
    assertNull(map.get(0, -41));
  }

  @Test
  void aSecondValueReplacesTheFirst() {
    CellMap<String> map = new CellMap<>();
    map.put(-1, 0, "first");
    map.put(-1, 0, "second");
    assertEquals("second", map.get(-1, 0));
  }

  @Test
  void aBorderBelongsToTheCellThatItBegins() {
    assertEquals(0, CellMap.cellOf(0));
    assertEquals(0, CellMap.cellOf(99.999));
    assertEquals(1, CellMap.cellOf(100));
    assertEquals(-1, CellMap.cellOf(-0.001));
    assertEquals(-1, CellMap.cellOf(-100));
  }
}
