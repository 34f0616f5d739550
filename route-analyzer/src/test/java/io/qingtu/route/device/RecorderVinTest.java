package io.qingtu.route.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.device.RecorderVin.Agreement;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecorderVinTest {
  private static final String OWN = "LZZ5ELSD0AB123456";

  private static Agreement agreement(String registered, String told) {
    return new RecorderVin(registered, told, Instant.EPOCH).agreement();
  }

  @Test
  void saysOfTwoVinsWhetherTheyAreOne() {
    assertEquals(Agreement.SAME, agreement(OWN, OWN));
    assertEquals(Agreement.OTHER, agreement(OWN, "LZZ5ELSD0AB123457"));
  }

  @Test
  void saysWhichOfThemIsNotKnown() {
    assertEquals(Agreement.NOT_ON_FILE, agreement("", OWN));
    assertEquals(Agreement.NOT_SET, agreement(OWN, ""));
    assertEquals(Agreement.NOT_SET, agreement("", ""));
  }
}
