package io.qingtu.route.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlateDistanceTest {
  private final PlateDistance plates = new PlateDistance(Parameters.DEFAULTS);

  private double between(String a, String b) {
    assertEquals(plates.between(a, b, 5), plates.between(b, a, 5), 1e-9);
    return plates.between(a, b, 5);
  }

  @Test
  void confusionsCostLittle() {
    assertEquals(0, between("鲁G12345", "鲁G12345"));
    assertEquals(0.3, between("鲁G0B123", "鲁GDB123"), 1e-9);
    assertEquals(0.6, between("鲁G1Z8S0", "鲁GIZBS0"), 1e-9);
    assertEquals(0.5, between("鲁G12345", "京G12345"), 1e-9);
    assertEquals(0.8, between("鲁G12345", "京G1234S"), 1e-9);
  }

  @Test
  void otherEditsCostOne() {
    assertEquals(1, between("鲁G12345", "鲁G12346"), 1e-9);
    assertEquals(1, between("鲁G12345", "鲁G1234"), 1e-9);
    assertEquals(2, between("鲁G12345", "鲁G21345"), 1e-9);
  }

  @Test
  void beyondTheLimitItOnlySaysSo() {
    assertTrue(plates.between("鲁G12345", "鲁H54321", 1) > 1);
    assertTrue(plates.between("鲁G12345", "鲁G123456789", 1) > 1);
  }
}
