package io.qingtu.route.report;

import static io.qingtu.route.report.Scene.WEEK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.casework.WorkCalendar;
import io.qingtu.route.scoring.Judged;
import io.qingtu.route.scoring.Judged.Decision;
import io.qingtu.route.scoring.Judged.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepeatOffencesTest {
  private static final Instant FIRST = WEEK.end().minus(Duration.ofDays(30));

  private final Scene scene = new Scene();
  private final List<Judged> judged = new ArrayList<>();

  /** A violation whose decisions follow each other by the hour. */
  private void violation(String plate, Instant start, int severity, Decision... decisions) {
    Alert alert =
        new Alert(
            "M03",
            plate,
            start,
            start,
            start,
            119.1,
            36.7,
            Grade.B,
            severity,
            AlertStatus.ENDED,
            "",
            "",
            "",
            "",
            List.of(),
            Double.NaN,
            Double.NaN,
            "",
            "1.0+abc",
            List.of());
    List<Verdict> verdicts = new ArrayList<>();
    for (Decision d : decisions) {
      verdicts.add(new Verdict(start.plusSeconds(3600L * (verdicts.size() + 1)), d, 1));
    }
    judged.add(new Judged(alert, "甲公司", "", verdicts));
  }

  private Kpi rate(Optional<Instant> asOf) {
    return scene
        .report(new Handling(List.of(), judged, WorkCalendar.USUAL, Handling.Scoring.USUAL, asOf))
        .cases()
        .repeated();
  }

  @Test
  void twoSeriousOnesWithinThirtyDaysAreARepetition() {
    violation("A1", FIRST, 3, Decision.CONFIRMED);
    violation("A1", WEEK.end().minusSeconds(1), 4, Decision.CONFIRMED);
    violation("A2", FIRST.plusSeconds(5), 3, Decision.CONFIRMED);
    assertEquals(new Ratio(1, 2), rate(Optional.empty()).ratio());
  }

  @Test
  void neitherLightNorOlderNorLaterOnesCount() {
    violation("A1", FIRST.plusSeconds(5), 3, Decision.CONFIRMED);
    violation("A1", FIRST.minusSeconds(1), 3, Decision.CONFIRMED);
    violation("A1", WEEK.end(), 3, Decision.CONFIRMED);
    violation("A1", WEEK.start(), 2, Decision.CONFIRMED);
    assertEquals(new Ratio(0, 1), rate(Optional.empty()).ratio());
  }

  @Test
  void whatDoesNotStandDoesNotCount() {
    violation("A1", WEEK.start(), 3, Decision.CONFIRMED);
    violation("A1", WEEK.start(), 3, Decision.CONFIRMED, Decision.APPEALED, Decision.APPEAL_UPHELD);
    violation("A2", WEEK.start(), 3, Decision.CONFIRMED, Decision.REJECTED);
    violation(
        "B1", WEEK.start(), 3, Decision.CONFIRMED, Decision.APPEALED, Decision.APPEAL_REJECTED);
    violation("B1", WEEK.start(), 3, Decision.REJECTED, Decision.CONFIRMED, Decision.FOUND);
    assertEquals(new Ratio(1, 2), rate(Optional.empty()).ratio());
    // before the appeal was decided it was another one
    assertEquals(new Ratio(2, 2), rate(Optional.of(WEEK.start().plusSeconds(2 * 3600))).ratio());
  }

  @Test
  void fewerThanTenVehiclesAreASmallSample() {
    for (int i = 0; i < 9; i++) {
      violation("T" + i, WEEK.start(), 3, Decision.CONFIRMED);
    }
    assertTrue(rate(Optional.empty()).isSmall());
    violation("T9", WEEK.start(), 3, Decision.CONFIRMED);
    assertFalse(rate(Optional.empty()).isSmall());
  }

  @Test
  void theWeekBeforeLooksBackFromItsOwnEnd() {
    violation("A1", FIRST.minus(Duration.ofDays(7)), 3, Decision.CONFIRMED);
    assertEquals(new Ratio(0, 1), rate(Optional.empty()).before());
    assertFalse(rate(Optional.empty()).ratio().isKnown());
  }
}
