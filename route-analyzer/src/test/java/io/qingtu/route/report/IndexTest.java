package io.qingtu.route.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.qingtu.route.report.Index.Kind;
import io.qingtu.route.scoring.Standards;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The formulas of the weekly index, done by hand. */
class IndexTest {
  private static final IndexWeights W = IndexWeights.of(Standards.USUAL);
  private static final Ratio ALL = new Ratio(10, 10);

  private static Index haulage(double perHundred, double closed, double observed, double overdue) {
    return Index.ofHaulage(
        W,
        new Ratio(perHundred * 50, 50),
        new Ratio(closed * 40, 40),
        true,
        new Ratio(observed, 1),
        new Ratio(overdue * 8, 8));
  }

  @Test
  void nothingTakenIsAHundred() {
    assertEquals(100, haulage(0, 1, 1, 0).value());
  }

  @Test
  void eachPartTakesItsWeight() {
    Index i = haulage(2, 0.9, 0.95, 0.25);
    assertEquals(-12, i.points(Kind.VIOLATIONS), 1e-9);
    assertEquals(-1.5, i.points(Kind.WAYBILLS), 1e-9);
    assertEquals(-0.75, i.points(Kind.UNOBSERVED), 1e-9);
    assertEquals(-2.5, i.points(Kind.OVERDUE), 1e-9);
    assertEquals(83.3, i.value());
  }

  @Test
  void violationsTakeSixtyAtMost() {
    assertEquals(40.0, haulage(10, 1, 1, 0).value());
    assertEquals(40.6, haulage(9.9, 1, 1, 0).value());
    assertEquals(40.0, haulage(70, 1, 1, 0).value());
  }

  @Test
  void whoHasNoCasesLosesNothingByThem() {
    Index i = Index.ofHaulage(W, new Ratio(0, 50), ALL, true, ALL, Ratio.NONE);
    assertEquals(100, i.value());
    assertFalse(i.basis(Kind.OVERDUE).isKnown());
  }

  @Test
  void noWaybillsWhereTheCityHasThemAreNoneClosed() {
    assertEquals(
        85, Index.ofHaulage(W, new Ratio(0, 50), Ratio.NONE, true, ALL, Ratio.NONE).value());
    assertEquals(
        100, Index.ofHaulage(W, new Ratio(0, 50), Ratio.NONE, false, ALL, Ratio.NONE).value());
  }

  @Test
  void withoutTripsOrTimeOnDutyNothingIsSaid() {
    assertFalse(Index.ofHaulage(W, Ratio.NONE, ALL, true, ALL, ALL).isKnown());
    assertFalse(Index.ofHaulage(W, new Ratio(0, 50), ALL, true, Ratio.NONE, ALL).isKnown());
  }

  @Test
  void aContractorsRatesAreWeighed() {
    Map<Kind, Ratio> rates =
        Map.of(
            Kind.FREQUENCY, new Ratio(0.9, 1),
            Kind.BOTH_SIDES, new Ratio(0.8, 1),
            Kind.SPEED, ALL,
            Kind.ON_TIME, new Ratio(0.5, 1),
            Kind.COLLECTION, ALL);
    assertEquals(36 + 20 + 15 + 5 + 10, Index.ofCleaning(W, rates, Ratio.NONE).value(), 1e-9);
    assertEquals(81, Index.ofCleaning(W, rates, new Ratio(15, 60)).value(), 1e-9);
  }

  @Test
  void whatDoesNotApplyGivesItsWeightToTheOthers() {
    Map<Kind, Ratio> rates =
        Map.of(
            Kind.FREQUENCY,
            ALL,
            Kind.BOTH_SIDES,
            new Ratio(0, 1),
            Kind.SPEED,
            Ratio.NONE,
            Kind.COLLECTION,
            Ratio.NONE);
    assertEquals(61.5, Index.ofCleaning(W, rates, Ratio.NONE).value());
    assertFalse(Index.ofCleaning(W, Map.of(), Ratio.NONE).isKnown());
  }

  @Test
  void theIndexDoesNotFallBelowNothing() {
    Map<Kind, Ratio> rates = Map.of(Kind.FREQUENCY, new Ratio(0, 1));
    assertEquals(0, Index.ofCleaning(W, rates, new Ratio(1, 1)).value());
  }
}
