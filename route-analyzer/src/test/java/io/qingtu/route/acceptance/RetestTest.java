package io.qingtu.route.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetestTest {
  private static final Instant ACCEPTED = Instant.parse("2026-11-18T02:00:00Z");
  private static final Instant YEAR = Instant.parse("2027-11-18T02:00:00Z");

  @Test
  void isDueAYearLaterAndNoSooner() {
    Retest retest = Retest.of(ACCEPTED, null);
    assertEquals(new Retest(Retest.Reason.YEAR, YEAR), retest);
    assertFalse(retest.isDue(YEAR.minusMillis(1)));
    assertTrue(retest.isDue(YEAR));
  }

  @Test
  void isDueWithTheFirstFaultOfItsTerminal() {
    Instant fault = YEAR.minusMillis(1);
    assertEquals(new Retest(Retest.Reason.ALERT, fault), Retest.of(ACCEPTED, fault));
    assertEquals(Retest.Reason.YEAR, Retest.of(ACCEPTED, YEAR).reason());
  }

  @Test
  void ofALeapDayIsDueAtTheEndOfFebruary() {
    Retest retest = Retest.of(Instant.parse("2028-02-29T02:00:00Z"), null);
    assertEquals(Instant.parse("2029-02-28T02:00:00Z"), retest.due());
  }
}
