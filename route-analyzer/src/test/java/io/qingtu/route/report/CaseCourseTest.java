package io.qingtu.route.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Limit;
import io.qingtu.route.casework.Move;
import io.qingtu.route.casework.Stage;
import io.qingtu.route.casework.Step;
import io.qingtu.route.casework.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseCourseTest {
  /** Monday, 09:00 in the city. */
  private static final Instant BEGIN = Instant.parse("2026-11-16T01:00:00Z");

  @Test
  void isOverdueByTheEndThatWasSetWhenTheLimitBegan() {
    assertTrue(course(31, List.of(), List.of()).isOverdue(), "by what is usual");
    assertFalse(course(30, List.of(), List.of()).isOverdue());
    assertFalse(course(120, List.of(), List.of(at(120))).isOverdue());
    assertTrue(course(121, List.of(), List.of(at(120))).isOverdue());
    assertTrue(course(11, List.of(), List.of(at(10))).isOverdue());
  }

  @Test
  void wasLateByTheEndsOfTheStagesThatItHasLeft() {
    List<Step> filed = List.of(step(Move.FILE, 40));
    assertTrue(course(41, filed, List.of(at(39), at(200))).isLate());
    assertFalse(course(41, filed, List.of(at(40), at(200))).isLate());
    assertTrue(course(201, filed, List.of(at(40), at(200))).isLate(), "the stage it is in");
  }

  /** Steps from before ends were kept stand beside those of which one was. */
  @Test
  void countsWhatWasNotKeptAsItIsUsual() {
    List<Step> filed = List.of(step(Move.FILE, 20));
    List<Optional<Instant>> none = List.of(Optional.empty(), Optional.empty());
    assertFalse(course(35, filed, none).isOverdue());
    assertTrue(course(36, filed, none).isOverdue());
    assertFalse(course(90, filed, List.of(Optional.empty(), at(90))).isLate());
  }

  @Test
  void isLaterDueFromTheStepOnThatExtendsIt() {
    List<Step> steps =
        List.of(
            step(Move.FILE, 0),
            step(Move.DISPATCH, 0),
            step(Move.BEGIN, 0),
            new Step(
                Move.ASK_EXTENSION,
                1,
                BEGIN,
                0,
                Optional.empty(),
                Optional.empty(),
                "x",
                Optional.of(Limit.workingHours(1))),
            step(Move.EXTEND, 50));
    List<Optional<Instant>> dues = List.of(at(30), at(15), at(120), at(60), at(60), at(90));
    assertEquals(Stage.HANDLING, course(90, steps, dues).stage());
    assertFalse(course(90, steps, dues).isLate());
    assertTrue(course(91, steps, dues).isOverdue());
    assertTrue(
        course(61, steps.subList(0, 4), dues.subList(0, 5)).isOverdue(), "while it is asked");
  }

  private static CaseCourse course(int until, List<Step> steps, List<Optional<Instant>> dues) {
    CaseRecord record =
        new CaseRecord(1, CaseType.SPILL, "", List.of("citizen"), BEGIN, steps, dues);
    return new CaseCourse(record, WorkCalendar.USUAL, at(until).orElseThrow());
  }

  private static Step step(Move move, int minute) {
    return new Step(move, 1, at(minute).orElseThrow(), 1, Optional.empty(), Optional.empty(), "x");
  }

  private static Optional<Instant> at(int minutes) {
    return Optional.of(BEGIN.plus(Duration.ofMinutes(minutes)));
  }
}
