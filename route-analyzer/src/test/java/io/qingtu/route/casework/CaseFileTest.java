package io.qingtu.route.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.casework.CaseRefusal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaseFileTest {
  private static final WorkCalendar CALENDAR = WorkCalendar.USUAL;

  /** Monday, 09:00 in the city. */
  private static final Instant BEGIN = Instant.parse("2026-11-16T01:00:00Z");

  private static final int CLERK = 1;
  private static final int HANDLER = 2;
  private static final int VERIFIER = 3;
  private static final int COMPANY = 7;

  private final List<Step> steps = new ArrayList<>();
  private CaseFile file = CaseFile.accepted(CaseType.DUMPING, BEGIN);
  private Instant now = BEGIN;

  @Test
  void goesFromAcceptedToEvaluated() throws CaseRefusal {
    answered();
    move(Move.VERIFY, VERIFIER);
    close(Optional.of(true), true);
    move(Move.EVALUATE, VERIFIER);
    assertEquals(Stage.EVALUATED, file.stage());
    assertFalse(file.stage().isOpen());
    assertEquals(file, CaseFile.replay(CaseType.DUMPING, BEGIN, steps, CALENDAR));
  }

  @ParameterizedTest
  @EnumSource(Move.class)
  void allowsNothingOnceItIsEvaluated(Move move) throws CaseRefusal {
    goesFromAcceptedToEvaluated();
    assertEquals(Reason.STAGE, refusal(move, VERIFIER, "why"));
  }

  @Test
  void isNotVerifiedByWhoHandledIt() throws CaseRefusal {
    answered();
    assertEquals(Reason.FOUR_EYES, refusal(Move.VERIFY, HANDLER, ""));
    move(Move.VERIFY, VERIFIER);
    assertEquals(Reason.FOUR_EYES, refusal(Move.REWORK, HANDLER, "not yet"));
  }

  @Test
  void isNotVerifiedByWhoDispatchedItAloneButByOneOfTwo() throws CaseRefusal {
    answered();
    assertEquals(Reason.FOUR_EYES, refusal(Move.VERIFY, CLERK, ""));
    file = CaseFile.accepted(CaseType.DUMPING, BEGIN);
    steps.clear();
    move(Move.FILE, CLERK);
    dispatch(CLERK);
    dispatch(VERIFIER);
    handled();
    move(Move.VERIFY, CLERK);
    assertEquals(Stage.VERIFYING, file.stage());
  }

  @Test
  void needsAPhotoOfThePlaceAndAWordOnTheVehicleToCloseADump() throws CaseRefusal {
    answered();
    move(Move.VERIFY, VERIFIER);
    assertEquals(Reason.CLOSING, closing(Optional.empty(), true));
    assertEquals(Reason.CLOSING, closing(Optional.of(false), false));
    close(Optional.of(false), true);
    assertEquals(Stage.CLOSED, file.stage());
  }

  @Test
  void needsANewPhotoAfterRework() throws CaseRefusal {
    answered(true);
    move(Move.VERIFY, VERIFIER);
    move(Move.REWORK, VERIFIER, "half of it is still there");
    assertEquals(Stage.HANDLING, file.stage());
    move(Move.ANSWER, HANDLER, "now it is clean");
    move(Move.VERIFY, VERIFIER);
    assertEquals(Reason.CLOSING, closing(Optional.of(true), false));
  }

  @Test
  void waitsForTheAppealOfACompany() throws CaseRefusal {
    file = CaseFile.accepted(CaseType.VIOLATION, BEGIN);
    answered();
    Instant over = CALENDAR.end(now, new Limit(5, Limit.Unit.WORKING_DAY));
    move(Move.VERIFY, VERIFIER);
    now = over.minusMillis(1);
    assertEquals(Reason.CLOSING, closing(Optional.empty(), false));
    now = over;
    close(Optional.empty(), false);
    assertEquals(Stage.CLOSED, file.stage());
  }

  @Test
  void isVerifiedByTheSystemWhereItIsAFactOnly() throws CaseRefusal {
    answered();
    assertEquals(Reason.PERSON, refusal(Move.VERIFY, Step.SYSTEM, ""));
    file = CaseFile.accepted(CaseType.CLEANING, BEGIN);
    answered();
    move(Move.VERIFY, Step.SYSTEM);
    move(Move.CLOSE, Step.SYSTEM);
    assertEquals(Stage.CLOSED, file.stage());
  }

  @Test
  void isReturnedWithinTwoHoursAndWithAReason() throws CaseRefusal {
    move(Move.FILE, CLERK);
    dispatch(CLERK);
    assertEquals(Reason.NOTE, refusal(Move.RETURN, HANDLER, " "));
    Instant dispatched = now;
    now = dispatched.plus(Duration.ofHours(2)).plusMillis(1);
    assertEquals(Reason.TOO_LATE, refusal(Move.RETURN, HANDLER, "not our site"));
    now = dispatched.plus(Duration.ofHours(2));
    move(Move.RETURN, HANDLER, "not our site");
    assertEquals(Stage.FILED, file.stage());
  }

  @Test
  void isDispatchedToSomebody() throws CaseRefusal {
    move(Move.FILE, CLERK);
    assertEquals(Reason.SIDE, refusal(Move.DISPATCH, CLERK, ""));
    dispatch(CLERK);
    assertEquals(COMPANY, file.side());
  }

  @Test
  void isExtendedOnce() throws CaseRefusal {
    move(Move.FILE, CLERK);
    dispatch(CLERK);
    Instant dispatched = now;
    move(Move.BEGIN, HANDLER);
    Limit four = CaseType.DUMPING.handling();
    assertEquals(CALENDAR.end(dispatched, four), due());
    move(Move.EXTEND, CLERK, "the loader comes tomorrow");
    assertEquals(CALENDAR.end(dispatched, four.times(2)), due());
    assertEquals(Reason.EXTENDED, refusal(Move.EXTEND, CLERK, "once more"));
  }

  @Test
  void countsTheTimeForHandlingFromTheDispatchAndAnewAfterRework() throws CaseRefusal {
    move(Move.FILE, CLERK);
    dispatch(CLERK);
    Instant dispatched = now;
    now = now.plusSeconds(3600);
    move(Move.BEGIN, HANDLER);
    assertEquals(CALENDAR.end(dispatched, CaseType.DUMPING.handling()), due());
    move(Move.ANSWER, HANDLER, "cleaned");
    move(Move.VERIFY, VERIFIER);
    now = now.plusSeconds(3600);
    move(Move.REWORK, VERIFIER, "not clean");
    assertEquals(CALENDAR.end(now, CaseType.DUMPING.handling()), due());
  }

  @Test
  void turnsAmberAtFourFifthsAndCallsForThoseAboveAtOneAndAHalf() {
    Deadline deadline = file.deadline(CALENDAR).orElseThrow();
    assertEquals(BEGIN.plus(Duration.ofMinutes(24)), deadline.amber());
    assertEquals(BEGIN.plus(Duration.ofMinutes(30)), deadline.due());
    assertEquals(BEGIN.plus(Duration.ofMinutes(45)), deadline.urged());
  }

  @Test
  void hasNoLimitOnTheLedgerAndANewOneBehindIt() throws CaseRefusal {
    move(Move.FILE, CLERK);
    dispatch(CLERK);
    move(Move.BEGIN, HANDLER);
    move(Move.PUT_ON_LEDGER, CLERK, "the owner is unknown");
    assertTrue(file.deadline(CALENDAR).isEmpty());
    now = now.plus(Duration.ofDays(30));
    move(Move.TAKE_FROM_LEDGER, CLERK);
    assertEquals(CALENDAR.end(now, CaseType.DUMPING.handling()), due());
  }

  @Test
  void isUrgedWithoutChangingItsStageOrItsLimit() throws CaseRefusal {
    Instant due = due();
    move(Move.URGE, CLERK, "the mayor asks");
    assertTrue(file.urged());
    assertEquals(Stage.ACCEPTED, file.stage());
    assertEquals(due, due());
  }

  @ParameterizedTest
  @CsvSource({
    "M01, DUMPING", "M02, DUMPING", "M03, SPILL", "M04, VIOLATION", "M06a, VIOLATION",
    "M07, LOST_LOAD", "P05, LOST_LOAD", "P02, VIOLATION", "S05, CLEANING", "S12, POINT",
    "D01, DEVICE", "X99, OTHER"
  })
  void hasTheTypeOfItsRule(String rule, CaseType type) {
    assertEquals(type, CaseType.ofRule(rule));
  }

  private void answered() throws CaseRefusal {
    answered(false);
  }

  private void answered(boolean photo) throws CaseRefusal {
    move(Move.FILE, CLERK);
    dispatch(CLERK);
    move(Move.BEGIN, HANDLER);
    take(new Step(Move.ANSWER, HANDLER, now, 0, Optional.empty(), photo, "cleaned"));
  }

  private void handled() throws CaseRefusal {
    move(Move.BEGIN, HANDLER);
    move(Move.ANSWER, HANDLER, "cleaned");
  }

  private void dispatch(int by) throws CaseRefusal {
    take(new Step(Move.DISPATCH, by, now, COMPANY, Optional.empty(), false, ""));
  }

  private void close(Optional<Boolean> culprit, boolean photo) throws CaseRefusal {
    take(new Step(Move.CLOSE, VERIFIER, now, 0, culprit, photo, ""));
  }

  private Reason closing(Optional<Boolean> culprit, boolean photo) {
    return assertThrows(CaseRefusal.class, () -> close(culprit, photo)).reason();
  }

  private void move(Move move, int actor) throws CaseRefusal {
    move(move, actor, "");
  }

  private void move(Move move, int actor, String note) throws CaseRefusal {
    take(new Step(move, actor, now, 0, Optional.empty(), false, note));
  }

  private Reason refusal(Move move, int actor, String note) {
    CaseFile before = file;
    Reason reason = assertThrows(CaseRefusal.class, () -> move(move, actor, note)).reason();
    assertEquals(before, file);
    return reason;
  }

  private void take(Step step) throws CaseRefusal {
    file = file.after(step, CALENDAR);
    steps.add(step);
  }

  private Instant due() {
    return file.deadline(CALENDAR).orElseThrow().due();
  }
}
