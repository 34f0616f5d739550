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
import java.util.Set;
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

  private static final Scene PLACE = new Scene(119.1, 36.7);

  /** Degrees of longitude in a metre there. */
  private static final double METRE = 1 / (111_319.5 * Math.cos(Math.toRadians(36.7)));

  private final List<Step> steps = new ArrayList<>();
  private CaseFile file = CaseFile.accepted(CaseType.DUMPING, PLACE, BEGIN);
  private Instant now = BEGIN;

  @Test
  void goesFromAcceptedToEvaluated() throws CaseRefusal {
    answered();
    move(Move.VERIFY, VERIFIER);
    close(Optional.of(true), true);
    move(Move.EVALUATE, VERIFIER);
    assertEquals(Stage.EVALUATED, file.stage());
    assertFalse(file.stage().isOpen());
    assertEquals(file, CaseFile.replay(CaseFile.accepted(CaseType.DUMPING, PLACE, BEGIN), steps));
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
    file = CaseFile.accepted(CaseType.DUMPING, PLACE, BEGIN);
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
    file = CaseFile.accepted(CaseType.VIOLATION, PLACE, BEGIN);
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
  void isClosedByTheSystemWhereItIsAFactOnly() throws CaseRefusal {
    answered();
    assertEquals(Reason.PERSON, refusal(Move.VERIFY, Step.SYSTEM, ""));
    assertEquals(Reason.PERSON, refusal(Move.OBSERVE, Step.SYSTEM, "it is swept"));
    file = CaseFile.accepted(CaseType.CLEANING, PLACE, BEGIN);
    assertEquals(Reason.STAGE, refusal(Move.OBSERVE, Step.SYSTEM, "it is swept"));
    move(Move.FILE, CLERK);
    assertEquals(Reason.PERSON, refusal(Move.OBSERVE, VERIFIER, "it is swept"));
    assertEquals(Reason.NOTE, refusal(Move.OBSERVE, Step.SYSTEM, ""));
    move(Move.OBSERVE, Step.SYSTEM, "it is swept");
    assertEquals(Stage.CLOSED, file.stage());
    assertEquals(Set.of(), file.handlers());
  }

  @Test
  void isClosedByAPhotoNearThePlaceOnly() throws CaseRefusal {
    answered();
    move(Move.VERIFY, VERIFIER);
    Instant filed = file.filedAt();
    Scene near = new Scene(119.1 + 149.5 * METRE, 36.7);
    Scene far = new Scene(119.1 + 150.5 * METRE, 36.7);
    assertEquals(Reason.CLOSING, closing(new PlacePhoto(HANDLER, filed, far)));
    close(new PlacePhoto(HANDLER, filed, near));
    assertEquals(Stage.CLOSED, file.stage());
  }

  @Test
  void isClosedByAPhotoTakenAfterItWasFiledOnly() throws CaseRefusal {
    now = BEGIN.plusSeconds(600);
    answered();
    move(Move.VERIFY, VERIFIER);
    Instant filed = file.filedAt();
    assertEquals(Reason.CLOSING, closing(new PlacePhoto(HANDLER, filed.minusMillis(1), PLACE)));
    close(new PlacePhoto(HANDLER, filed, PLACE));
    assertEquals(Stage.CLOSED, file.stage());
  }

  @Test
  void isNotClosedByAPhotoOfWhoVerifiesIt() throws CaseRefusal {
    answered();
    move(Move.VERIFY, VERIFIER);
    assertEquals(Reason.CLOSING, closing(new PlacePhoto(VERIFIER, now, PLACE)));
    close(new PlacePhoto(CLERK, now, PLACE));
    assertEquals(Stage.CLOSED, file.stage());
  }

  @Test
  void isClosedByAPhotoOfAnyPlaceWhereItsOwnIsUnknown() throws CaseRefusal {
    file = CaseFile.accepted(CaseType.LITTER, Scene.UNKNOWN, BEGIN);
    answered();
    move(Move.VERIFY, VERIFIER);
    close(new PlacePhoto(HANDLER, now, new Scene(119.9, 36.1)));
    assertEquals(Stage.CLOSED, file.stage());
  }

  @Test
  void isNotClosedWhileAnAppealIsUndecided() throws CaseRefusal {
    answered(true);
    assertEquals(Reason.APPEAL, refusal(Move.REJECT_APPEAL, VERIFIER, "there is none"));
    assertEquals(Reason.NOTE, refusal(Move.APPEAL, HANDLER, ""));
    move(Move.APPEAL, HANDLER, "it was another truck");
    move(Move.VERIFY, VERIFIER);
    assertFalse(file.allows(Move.CLOSE));
    assertEquals(
        Reason.APPEAL,
        assertThrows(CaseRefusal.class, () -> close(Optional.of(true), false)).reason());
    assertEquals(Reason.FOUR_EYES, refusal(Move.REJECT_APPEAL, HANDLER, "nonsense"));
    move(Move.REJECT_APPEAL, VERIFIER, "the camera shows the plate");
    assertEquals(Reason.APPEAL, refusal(Move.APPEAL, HANDLER, "once more"));
    close(Optional.of(true), false);
    assertEquals(Stage.CLOSED, file.stage());
  }

  @Test
  void endsWithAnAppealThatIsUpheld() throws CaseRefusal {
    answered();
    move(Move.APPEAL, HANDLER, "it was another truck");
    move(Move.UPHOLD_APPEAL, VERIFIER, "so it was");
    assertEquals(Stage.CLOSED, file.stage());
  }

  @Test
  void isAppealedAgainstWithinFiveWorkingDaysOfTheAnswer() throws CaseRefusal {
    file = CaseFile.accepted(CaseType.VIOLATION, PLACE, BEGIN);
    answered();
    Instant over = CALENDAR.end(now, new Limit(5, Limit.Unit.WORKING_DAY));
    now = over;
    assertEquals(Reason.TOO_LATE, refusal(Move.APPEAL, HANDLER, "it was another truck"));
    now = over.minusMillis(1);
    move(Move.APPEAL, HANDLER, "it was another truck");
    assertEquals(CaseFile.Appeal.OPEN, file.appeal());
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
    Instant due = due();
    assertEquals(CALENDAR.end(dispatched, CaseType.DUMPING.handling()), due);
    ask(1.5);
    assertEquals(due, due(), "nobody has decided");
    move(Move.EXTEND, CLERK, "the loader comes tomorrow");
    assertEquals(CALENDAR.end(dispatched, Limit.workingHours(5.5)), due());
    assertEquals(Reason.EXTENDED, refusal(Move.EXTEND, CLERK, "once more"));
    assertEquals(Reason.EXTENDED, asked(Limit.workingHours(1)));
    assertEquals(file, CaseFile.replay(CaseFile.accepted(CaseType.DUMPING, PLACE, BEGIN), steps));
  }

  @Test
  void keepsItsLimitWhereTheExtensionIsRefused() throws CaseRefusal {
    begun();
    Instant due = due();
    ask(4);
    move(Move.REFUSE_EXTENSION, VERIFIER, "the loader is free today");
    assertEquals(due, due());
    assertEquals(Extension.State.REFUSED, file.extension().state());
    assertEquals(Reason.ASKED, asked(Limit.workingHours(1)));
    assertEquals(Reason.NOT_ASKED, refusal(Move.EXTEND, CLERK, "after all"));
  }

  @Test
  void isExtendedAtMostByItsLimitOnceMore() throws CaseRefusal {
    begun();
    assertEquals(Reason.LENGTH, asked(Limit.workingHours(0)));
    assertEquals(Reason.LENGTH, asked(Limit.workingHours(-1)));
    assertEquals(Reason.LENGTH, asked(Limit.workingHours(Double.NaN)));
    assertEquals(Reason.LENGTH, asked(Limit.workingHours(4.001)));
    assertEquals(Reason.LENGTH, asked(Limit.workingDays(1)));
    assertEquals(Reason.LENGTH, refusal(Move.ASK_EXTENSION, HANDLER, "nobody says how long"));
    ask(4);
    assertEquals(Extension.State.ASKED, file.extension().state());
    assertEquals(Reason.ASKED, asked(Limit.workingHours(1)));
  }

  @Test
  void isNotExtendedByWhoAskedOrHandlesItNorByTheSystem() throws CaseRefusal {
    begun();
    assertEquals(Reason.NOT_ASKED, refusal(Move.EXTEND, CLERK, "nobody asked"));
    int other = 9;
    take(request(other, Limit.workingHours(2)));
    assertEquals(Reason.FOUR_EYES, refusal(Move.EXTEND, other, "my own"));
    assertEquals(Reason.FOUR_EYES, refusal(Move.REFUSE_EXTENSION, other, "my own"));
    assertEquals(Reason.FOUR_EYES, refusal(Move.EXTEND, HANDLER, "I handle it"));
    assertEquals(Reason.PERSON, refusal(Move.EXTEND, Step.SYSTEM, "by itself"));
    move(Move.EXTEND, CLERK, "who dispatched it alone may");
  }

  @Test
  void isAskedForMoreTimeUntilItsLimitEnds() throws CaseRefusal {
    begun();
    now = due();
    assertEquals(Reason.TOO_LATE, asked(Limit.workingHours(2)));
    now = now.minusMillis(1);
    ask(2);
    now = now.plus(Duration.ofHours(1));
    move(Move.EXTEND, CLERK, "it was asked for in time");
  }

  @Test
  void forgetsARequestWhenTheWorkIsDoneBeforeSomebodyDecides() throws CaseRefusal {
    begun();
    ask(2);
    move(Move.ANSWER, HANDLER, "cleaned");
    assertEquals(Extension.State.NONE, file.extension().state());
    move(Move.VERIFY, VERIFIER);
    move(Move.REWORK, VERIFIER, "not clean");
    ask(2);
    move(Move.EXTEND, CLERK, "it rains");
    assertEquals(CALENDAR.end(now, Limit.workingHours(6)), due());
  }

  /**
   * Such steps are on file from when a click of the supervisor extended, before anybody had begun.
   */
  @Test
  void readsAnExtensionThatNobodyHadAskedForAsAsLongAgain() throws CaseRefusal {
    move(Move.FILE, CLERK);
    dispatch(CLERK);
    Step old = new Step(Move.EXTEND, CLERK, now, 0, Optional.empty(), Optional.empty(), "rain");
    Step begin = new Step(Move.BEGIN, HANDLER, now, 0, Optional.empty(), Optional.empty(), "");
    file = CaseFile.replay(file, List.of(old, begin));
    assertEquals(CALENDAR.end(now, Limit.workingHours(8)), due());
    assertEquals(Reason.EXTENDED, asked(Limit.workingHours(1)));
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
    move(Move.FILE, CLERK);
    assertFalse(file.urged());
  }

  @Test
  void isUrgedUntilItIsHandledAsTheLimitOfThatBeganWithTheDispatch() throws CaseRefusal {
    move(Move.FILE, CLERK);
    dispatch(CLERK);
    move(Move.URGE, CLERK, "the mayor asks");
    move(Move.BEGIN, HANDLER);
    assertTrue(file.urged());
    move(Move.ANSWER, HANDLER, "cleaned");
    assertFalse(file.urged());
  }

  @ParameterizedTest
  @CsvSource({
    "M01, DUMPING",
    "M02, DUMPING",
    "M03, VIOLATION",
    "M04, VIOLATION",
    "M16, SPILL",
    "M06a, VIOLATION",
    "M07, LOST_LOAD",
    "P05, LOST_LOAD",
    "P02, VIOLATION",
    "S05, CLEANING",
    "S12, POINT",
    "D01, DEVICE",
    "B3, DEVICE",
    "X99, OTHER"
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
    take(new Step(Move.ANSWER, HANDLER, now, 0, Optional.empty(), shown(photo), "cleaned"));
  }

  private void begun() throws CaseRefusal {
    move(Move.FILE, CLERK);
    dispatch(CLERK);
    move(Move.BEGIN, HANDLER);
  }

  private void ask(double hours) throws CaseRefusal {
    take(request(HANDLER, Limit.workingHours(hours)));
  }

  private Reason asked(Limit more) {
    Step step = request(HANDLER, more);
    return assertThrows(CaseRefusal.class, () -> file.after(step, CALENDAR)).reason();
  }

  private Step request(int by, Limit more) {
    return new Step(
        Move.ASK_EXTENSION,
        by,
        now,
        0,
        Optional.empty(),
        Optional.empty(),
        "the loader is broken",
        Optional.of(more));
  }

  private void handled() throws CaseRefusal {
    move(Move.BEGIN, HANDLER);
    move(Move.ANSWER, HANDLER, "cleaned");
  }

  private void dispatch(int by) throws CaseRefusal {
    take(new Step(Move.DISPATCH, by, now, COMPANY, Optional.empty(), Optional.empty(), ""));
  }

  private void close(Optional<Boolean> culprit, boolean photo) throws CaseRefusal {
    take(new Step(Move.CLOSE, VERIFIER, now, 0, culprit, shown(photo), ""));
  }

  private void close(PlacePhoto photo) throws CaseRefusal {
    take(new Step(Move.CLOSE, VERIFIER, now, 0, Optional.of(true), Optional.of(photo), ""));
  }

  private Reason closing(PlacePhoto photo) {
    return assertThrows(CaseRefusal.class, () -> close(photo)).reason();
  }

  private Optional<PlacePhoto> shown(boolean photo) {
    return photo ? Optional.of(new PlacePhoto(HANDLER, now, PLACE)) : Optional.empty();
  }

  private Reason closing(Optional<Boolean> culprit, boolean photo) {
    return assertThrows(CaseRefusal.class, () -> close(culprit, photo)).reason();
  }

  private void move(Move move, int actor) throws CaseRefusal {
    move(move, actor, "");
  }

  private void move(Move move, int actor, String note) throws CaseRefusal {
    take(new Step(move, actor, now, 0, Optional.empty(), Optional.empty(), note));
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
