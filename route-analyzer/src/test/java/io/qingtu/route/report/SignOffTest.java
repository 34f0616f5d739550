package io.qingtu.route.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.report.SignOff.Move;
import io.qingtu.route.report.SignOff.Refusal;
import io.qingtu.route.report.SignOff.Signature;
import io.qingtu.route.report.SignOff.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two persons sign, and what is signed does not change. */
class SignOffTest {
  private static final int ANNA = 1;
  private static final int BORIS = 2;

  private static Step step(Move move, int who, String advice) {
    return new Step(move, new Signature(who, "P" + who, Instant.EPOCH), advice, "");
  }

  private static SignOff after(Step... steps) {
    return SignOff.of(List.of(steps));
  }

  @Test
  void nobodyIssuesWhatNobodyReviewed() {
    assertEquals(Optional.of(Refusal.NOT_REVIEWED), SignOff.FRESH.refuses(Move.ISSUE, BORIS));
    assertTrue(SignOff.FRESH.refuses(Move.REVIEW, BORIS).isEmpty());
  }

  @Test
  void whoReviewedMayNotIssue() {
    SignOff reviewed = after(step(Move.REVIEW, ANNA, ""));
    assertEquals(Optional.of(Refusal.TWO_PERSONS), reviewed.refuses(Move.ISSUE, ANNA));
    assertTrue(reviewed.refuses(Move.ISSUE, BORIS).isEmpty());
  }

  @Test
  void anEditAfterTheReviewAsksForAnother() {
    SignOff edited = after(step(Move.REVIEW, ANNA, ""), step(Move.EDIT, BORIS, "再查"));
    assertEquals("再查", edited.advice());
    assertEquals(2, edited.version());
    assertTrue(edited.reviewer().isEmpty());
    assertEquals(Optional.of(Refusal.NOT_REVIEWED), edited.refuses(Move.ISSUE, BORIS));
  }

  @Test
  void anIssuedReportTakesNothingMore() {
    SignOff issued =
        after(
            step(Move.EDIT, ANNA, "补扫"), step(Move.REVIEW, ANNA, ""), step(Move.ISSUE, BORIS, ""));
    for (Move move : Move.values()) {
      assertEquals(Optional.of(Refusal.ISSUED), issued.refuses(move, 3));
    }
    assertEquals("补扫", issued.advice());
    assertEquals(ANNA, issued.reviewer().orElseThrow().userId());
  }
}
