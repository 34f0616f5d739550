package io.qingtu.route.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.trip.Trip.EndKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendPointTest {
  private static final Period BEFORE = Scene.WEEK.previous();
  private static final TrendPoint LONG_AGO =
      new TrendPoint(BEFORE.previous(), new Ratio(3, 1), new Ratio(9, 10));
  private static final TrendPoint FROZEN =
      new TrendPoint(BEFORE, new Ratio(7, 1), new Ratio(8, 10));

  private static List<Period> weeks(List<TrendPoint> points) {
    return points.stream().map(TrendPoint::period).toList();
  }

  private static PeriodReport compared() {
    return new Scene()
        .before(Scene.tripAt("t1", "A1", EndKind.OK, 1, "", Scene.at(-3, 22, 0)))
        .trip("t2", "A1", EndKind.OK, 1, "")
        .report();
  }

  @Test
  void aWeekBeforeThatNobodyFrozeIsAsTheReportComparesItselfWithIt() {
    PeriodReport report = compared();
    List<TrendPoint> points = TrendPoint.upTo(report, List.of(LONG_AGO));
    assertEquals(List.of(LONG_AGO.period(), BEFORE, Scene.WEEK), weeks(points));
    assertEquals(report.overview().perHundred().before(), points.get(1).perHundred());
  }

  @Test
  void aWeekThatWasFrozenStaysAsItWasFrozen() {
    PeriodReport report = compared();
    assertEquals(
        List.of(LONG_AGO, FROZEN, TrendPoint.of(report)),
        TrendPoint.upTo(report, List.of(LONG_AGO, FROZEN)));
  }

  @Test
  void nothingIsDrawnOfAWeekOfWhichNothingIsKnown() {
    PeriodReport report = new Scene().report();
    assertEquals(List.of(TrendPoint.of(report)), TrendPoint.upTo(report, List.of()));
  }
}
