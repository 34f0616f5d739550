package io.qingtu.web.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemonstrationIT {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 9);

  @Test
  void everyPositionSentIsAcknowledgedAndStoredAlsoOnASecondEvening(@TempDir Path folder)
      throws Exception {
    for (int evening = 1; evening <= 2; evening++) {
      try (Demonstration demo = new Demonstration(folder, DAY, 20, 0, 0)) {
        demo.play(Duration.ofSeconds(5));
        Summary summary = demo.summary();
        assertTrue(summary.positionsSent() > 84, summary.toString());
        assertEquals(summary.positionsSent(), summary.positionsAcked());
        assertEquals(summary.positionsSent(), summary.positionsStored());
        assertEquals(0, summary.alertsMissed());
        assertEquals(0, summary.alertsFalse());
      }
    }
  }
}
