package io.qingtu.route.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.casework.CaseRefusal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerReviewTest {
  private static final Instant PUT = Instant.parse("2026-11-16T01:00:00Z");
  private static final int CLERK = 1;

  private CaseFile file = CaseFile.accepted(CaseType.LITTER, Scene.UNKNOWN, PUT);

  @Test
  void isDueAMonthAfterACaseWasPutOnTheLedger() throws CaseRefusal {
    assertTrue(file.review().isEmpty());
    take(Move.FILE, PUT);
    take(Move.DISPATCH, PUT);
    assertEquals(Reason.STAGE, refusal(Move.KEEP_ON_LEDGER, CLERK, "not there yet"));
    take(Move.PUT_ON_LEDGER, PUT);
    assertEquals(
        new LedgerReview(PUT.plus(Duration.ofDays(30)), PUT.plus(Duration.ofDays(45))),
        file.review().orElseThrow());
  }

  @Test
  void isDueAMonthAfterTheLastOneWhateverElseIsDone() throws CaseRefusal {
    isDueAMonthAfterACaseWasPutOnTheLedger();
    take(Move.URGE, PUT.plus(Duration.ofDays(45)));
    assertTrue(file.urged());
    assertEquals(PUT.plus(Duration.ofDays(30)), file.review().orElseThrow().due());
    Instant reviewed = PUT.plus(Duration.ofDays(46));
    take(Move.KEEP_ON_LEDGER, reviewed);
    assertEquals(reviewed.plus(Duration.ofDays(30)), file.review().orElseThrow().due());
    assertFalse(file.urged());
    assertEquals(PUT, file.since(), "it is there as long as it was");
    take(Move.TAKE_FROM_LEDGER, reviewed);
    assertEquals(Stage.HANDLING, file.stage());
    assertTrue(file.review().isEmpty());
  }

  @Test
  void isMadeByAPersonWhoSaysWhy() throws CaseRefusal {
    isDueAMonthAfterACaseWasPutOnTheLedger();
    assertEquals(Reason.NOTE, refusal(Move.KEEP_ON_LEDGER, CLERK, " "));
    assertEquals(Reason.PERSON, refusal(Move.KEEP_ON_LEDGER, Step.SYSTEM, "by itself"));
    take(Move.KEEP_ON_LEDGER, PUT);
  }

  private void take(Move move, Instant at) throws CaseRefusal {
    file = file.after(step(move, CLERK, at, "why"), WorkCalendar.USUAL);
  }

  private Reason refusal(Move move, int actor, String note) {
    Step step = step(move, actor, PUT, note);
    return assertThrows(CaseRefusal.class, () -> file.after(step, WorkCalendar.USUAL)).reason();
  }

  private static Step step(Move move, int actor, Instant at, String note) {
    return new Step(move, actor, at, 7, Optional.empty(), Optional.empty(), note);
  }
}
