package io.qingtu.route.report;

import static io.qingtu.route.trip.Trip.EndKind.OK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.report.Corrections.ChangedEvent;
import io.qingtu.route.report.Corrections.Figure;
import io.qingtu.route.report.Corrections.State;
import io.qingtu.route.report.ReviewDecision.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What came out otherwise after a report was frozen. */
class CorrectionsTest {
  private final Scene scene = new Scene();

  @Test
  void theSameWeekHasNone() {
    scene.trip("t1", "A1", OK, 1, "");
    assertTrue(Corrections.between(scene.report(), scene.report()).isEmpty());
  }

  @Test
  void aLateDecisionChangesTheEventAndItsFigures() {
    scene.trip("t1", "A1", OK, 1, "");
    Alert a = scene.alert("M05", "A1", 0, 3, Grade.A, AlertStatus.ENDED);
    scene.confirm(a);
    PeriodReport frozen = scene.report();
    scene.review(a, Decision.REJECTED, "gps_drift");
    Corrections c = Corrections.between(frozen, scene.report());
    assertEquals(
        new ChangedEvent(a.key(), "M05", "A1", "甲公司", a.start(), State.CONFIRMED, State.REJECTED),
        c.events().get(0));
    Figure serious =
        c.figures().stream().filter(f -> f.name().equals("严重违规（确认）")).findFirst().orElseThrow();
    assertEquals(1, serious.before().value());
    assertEquals(0, serious.after().value());
  }

  @Test
  void lateDataAddTripsAndEvents() {
    scene.trip("t1", "A1", OK, 1, "");
    PeriodReport frozen = scene.report();
    scene.trip("t2", "B1", OK, 1, "");
    Alert late = scene.alert("M08", "B1", 3, 2, Grade.B, AlertStatus.ENDED);
    Corrections c = Corrections.between(frozen, scene.report());
    assertEquals(State.ABSENT, c.events().get(0).before());
    assertEquals(late.key(), c.events().get(0).key());
    assertTrue(
        c.figures().stream()
            .anyMatch(
                f ->
                    f.name().equals("重载趟次")
                        && f.subject().equals("乙公司")
                        && f.before().value() == 0
                        && f.after().value() == 1));
    assertTrue(c.figures().stream().noneMatch(f -> f.subject().equals("甲公司")));
  }

  /** What a report has told, the next one does not tell again; what changes back, it does. */
  @Test
  void aCorrectionIsToldOnceAndFromThenOnIsWhatStands() {
    scene.trip("t1", "A1", OK, 1, "");
    Alert a = scene.alert("M05", "A1", 0, 3, Grade.A, AlertStatus.ENDED);
    scene.confirm(a);
    PeriodReport frozen = scene.report();
    scene.review(a, Decision.REJECTED, "gps_drift");
    Corrections first = Corrections.between(frozen, scene.report());
    assertTrue(Corrections.since(frozen, List.of(first), scene.report()).isEmpty());

    scene.confirm(a);
    Corrections second = Corrections.since(frozen, List.of(first), scene.report());
    assertEquals(State.REJECTED, second.events().get(0).before());
    assertEquals(State.CONFIRMED, second.events().get(0).after());
    assertEquals(first.figures().size(), second.figures().size());
    for (Figure f : second.figures()) {
      assertTrue(
          first.figures().stream()
              .anyMatch(x -> x.after().equals(f.before()) && x.before().equals(f.after())),
          f.toString());
    }
    assertTrue(Corrections.since(frozen, List.of(first, second), scene.report()).isEmpty());
  }

  /** As the index was called when there were reports of weeks only. */
  @Test
  void anEarlierNameOfTheIndexIsTheSameFigure() {
    Ratio value = new Ratio(90, 1);
    assertEquals(
        new Figure("7.1", "指数", "甲公司", false, Ratio.NONE, value),
        new Figure("7.1", "周指数", "甲公司", false, Ratio.NONE, value));
  }
}
