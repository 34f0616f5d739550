package io.qingtu.route.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.scoring.Judged;
import io.qingtu.route.scoring.Standard;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who does it again (重复违规率): of the vehicles with a confirmed serious violation in the thirty days
 * that end with the period, how many have two or more.
 */
public final class RepeatOffences {
  /** Longer ago it is no repetition. */
  public static final Duration PERIOD = Duration.ofDays(30);

  private RepeatOffences() {}

  /**
   * Its sample are the vehicles with one.
   *
   * @param observed share of the time on duty that was observed in the period
   */
  static Kpi of(PeriodFacts facts, PeriodFacts before, Ratio observed) {
    Ratio now = ratio(facts);
    return new Kpi(
        now, ratio(before), observed, now.denominator(), facts.least(Standard.MIN_VEHICLES));
  }

  private static Ratio ratio(PeriodFacts facts) {
    Validity period = new Validity(facts.period.end().minus(PERIOD), facts.period.end());
    Map<String, Long> serious =
        facts.handling.judged().stream()
            .map(j -> j.asOf(facts.handling.known()))
            .filter(Judged::stands)
            .map(Judged::alert)
            .filter(a -> a.severity() >= Alert.SERIOUS && !a.plate().isEmpty())
            .filter(a -> period.contains(a.start()))
            .collect(Collectors.groupingBy(Alert::plate, Collectors.counting()));
    return Ratio.of(serious.values(), n -> n >= 2);
  }
}
