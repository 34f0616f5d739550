package io.qingtu.web.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.fixtures.truth.ExpectedAlert;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {
  private static final Instant START = Instant.parse("2026-11-09T13:00:00Z");
  private static final Instant END = START.plusSeconds(1800);
  private static final ExpectedAlert STAGED =
      ExpectedAlert.of("M03", "鲁GZ1001", START, "B", 4).dueBy(START.plusSeconds(240));

  @Test
  void findsWhatWasStaged() {
    Score score = Score.of(List.of(STAGED), List.of(alert("M03", "鲁GZ1001", 15)), END);
    assertEquals(new Score(1, 1, List.of(), List.of()), score);
  }

  @Test
  void anotherRuleVehicleOrTimeIsBothMissedAndFalse() {
    for (Alert other :
        List.of(
            alert("M04", "鲁GZ1001", 0), alert("M03", "鲁GZ1002", 0), alert("M03", "鲁GZ1001", 21))) {
      Score score = Score.of(List.of(STAGED), List.of(other), END);
      assertEquals(new Score(1, 1, List.of(STAGED), List.of(other)), score);
    }
  }

  @Test
  void whatIsDueLaterMayBeRaisedButNeedNot() {
    Instant before = START.plusSeconds(239);
    assertEquals(
        new Score(0, 0, List.of(), List.of()), Score.of(List.of(STAGED), List.of(), before));
    assertEquals(
        new Score(0, 1, List.of(), List.of()),
        Score.of(List.of(STAGED), List.of(alert("M03", "鲁GZ1001", 0)), before));
  }

  @Test
  void secondAlertForOneOffenceIsFalse() {
    Alert first = alert("M03", "鲁GZ1001", 0);
    Alert second = alert("M03", "鲁GZ1001", 10);
    assertEquals(
        new Score(1, 2, List.of(), List.of(second)),
        Score.of(List.of(STAGED), List.of(first, second), END));
  }

  @Test
  void whatWasRetractedWasNotRaised() {
    Alert retracted = alert("M03", "鲁GZ1001", 0, AlertStatus.RETRACTED);
    assertEquals(
        new Score(1, 0, List.of(STAGED), List.of()),
        Score.of(List.of(STAGED), List.of(retracted), END));
  }

  private static Alert alert(String rule, String plate, long seconds) {
    return alert(rule, plate, seconds, AlertStatus.ENDED);
  }

  private static Alert alert(String rule, String plate, long seconds, AlertStatus status) {
    Instant start = START.plusSeconds(seconds);
    return new Alert(
        rule,
        plate,
        start,
        start,
        start,
        119.15,
        36.7,
        Grade.B,
        4,
        status,
        "",
        "",
        "",
        "",
        List.of(),
        Double.NaN,
        Double.NaN,
        "",
        "1",
        List.of());
  }
}
