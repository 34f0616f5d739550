package io.qingtu.web.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class GeoBoxTest {
  private static final String SQUARE =
      "[[[119.0,36.0],[119.1,36.0],[119.1,36.1],[119.0,36.1],[119.0,36.0]]]";

  private final GeoBox box = new GeoBox();

  @Test
  void meetsNothingWhileEmpty() throws Exception {
    box.include(Double.NaN, 36);
    box.widen(500);
    assertFalse(meets(SQUARE));
  }

  @Test
  void meetsWhatItReachesWhenWidened() throws Exception {
    // 1,110 m north of the square
    box.include(119.05, 36.11);
    assertFalse(meets(SQUARE));
    box.widen(1000);
    assertFalse(meets(SQUARE));
    box.widen(200);
    assertTrue(meets(SQUARE));
  }

  @Test
  void widensByTheSameMetresToTheEast() throws Exception {
    // a degree of longitude is 90.1 km at 36°: 901 m east of the square
    box.include(119.11, 36.05);
    box.widen(890);
    assertFalse(meets(SQUARE));
    box.widen(30);
    assertTrue(meets(SQUARE));
  }

  @Test
  void readsTheDeepCoordinatesOfAMultiPolygon() throws Exception {
    box.include(119.05, 36.05);
    assertTrue(meets("[" + SQUARE + "]"));
    assertEquals(false, meets("[]"));
  }

  private boolean meets(String coordinates) throws Exception {
    return box.meets(new ObjectMapper().readTree("{\"coordinates\":" + coordinates + "}"));
  }
}
