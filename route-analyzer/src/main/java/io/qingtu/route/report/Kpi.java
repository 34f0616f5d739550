package io.qingtu.route.report;

import io.qingtu.route.scoring.Standard;
import io.qingtu.route.scoring.Standards;
import java.util.OptionalDouble;

/**
 * A rate with what a reader needs to weigh it: the period before, how much of the time behind it
 * was observed, and whether the sample is large enough to be ranked.
 *
 * @param ratio of this period
 * @param before of the period before; {@link Ratio#NONE} where nothing is known of it
 * @param observed observed share of the time behind the rate; {@link Ratio#NONE} where it does not
 *     apply
 * @param sample what stands behind the rate: trips, km or road-shifts
 * @param minimum the sample from which on the rate is ranked
 */
public record Kpi(Ratio ratio, Ratio before, Ratio observed, double sample, double minimum) {
  /** Of a report that did not tell. */
  public static final Kpi NONE = ofAll(Ratio.NONE, Ratio.NONE, Ratio.NONE);

  /** Below this observed share a check of a trip or a day was not observed (rule catalogue A8). */
  public static final double MINIMUM_OBSERVED = 0.80;

  /** A rate over all there is, which needs no smallest sample. */
  public static Kpi ofAll(Ratio ratio, Ratio before, Ratio observed) {
    return new Kpi(ratio, before, observed, ratio.denominator(), 0);
  }

  /** Known, but of too few: shown in grey with 样本不足 and not ranked. */
  public boolean isSmall() {
    return ratio.isKnown() && sample < minimum;
  }

  /** Known, of a sample that is large enough, and observed well enough: 数据不足，不参加排名 where not. */
  boolean canBeRanked(Standards s) {
    return ratio.isKnown() && !isSmall() && observed.value() >= s.get(Standard.OBSERVED_RANKED);
  }

  /** This period less the period before, in the unit of the rate. */
  public OptionalDouble change() {
    return ratio.isKnown() && before.isKnown()
        ? OptionalDouble.of(ratio.value() - before.value())
        : OptionalDouble.empty();
  }
}
