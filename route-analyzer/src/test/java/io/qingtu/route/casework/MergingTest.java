package io.qingtu.route.casework;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.geo.LocalPlane;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MergingTest {
  private static final Instant AT = Instant.parse("2026-11-16T01:00:00Z");
  private static final LocalPlane PLANE = new LocalPlane(119.1, 36.7);

  @Test
  void takesTheSameTypeWithinAHundredMetresAndTwoHours() {
    assertTrue(Merging.isOne(of(CaseType.SPILL, 0, 0), of(CaseType.SPILL, 99.9, 7200)));
    assertTrue(Merging.isOne(of(CaseType.SPILL, 99.9, 7200), of(CaseType.SPILL, 0, 0)));
  }

  @Test
  void leavesApartWhatDiffersInTypePlaceOrTime() {
    assertFalse(Merging.isOne(of(CaseType.SPILL, 0, 0), of(CaseType.DUMPING, 0, 0)));
    assertFalse(Merging.isOne(of(CaseType.SPILL, 0, 0), of(CaseType.SPILL, 100.1, 0)));
    assertFalse(Merging.isOne(of(CaseType.SPILL, 0, 0), of(CaseType.SPILL, 0, 7201)));
  }

  private static Merging.Finding of(CaseType type, double metres, long seconds) {
    Scene place = new Scene(PLANE.longitude(metres, 0), PLANE.latitude(metres, 0));
    return new Merging.Finding(type, AT.plusSeconds(seconds), place);
  }
}
