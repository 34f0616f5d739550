package io.qingtu.web.report;

import io.qingtu.route.report.Kpi;
import io.qingtu.route.report.Ratio;
import java.time.Instant;
import java.util.Optional;

/** A value of a table, kept as what it is: each format prints it in its own way. */
public sealed interface Cell {
  /** Words. */
  record Text(String value) implements Cell {}

  /** A whole number. */
  record Count(long value) implements Cell {}

  /** A number with a fixed number of decimals; NaN is “—”. */
  record Decimal(double value, int decimals) implements Cell {}

  /**
   * A rate with its numerator and denominator.
   *
   * @param small of too few: printed in grey with 样本不足
   */
  record Rate(Ratio ratio, boolean small) implements Cell {}

  /** A moment; empty is “—”. */
  record Time(Optional<Instant> value) implements Cell {}

  static Cell of(String text) {
    return new Text(text);
  }

  static Cell of(long count) {
    return new Count(count);
  }

  static Cell of(double value, int decimals) {
    return new Decimal(value, decimals);
  }

  static Cell of(Ratio ratio) {
    return new Rate(ratio, false);
  }

  /**
   * A rate that is of too few below a smallest denominator.
   *
   * @param least trips, km or what else stands under it
   */
  static Cell of(Ratio ratio, double least) {
    return new Rate(ratio, ratio.isKnown() && ratio.denominator() < least);
  }

  static Cell of(Kpi kpi) {
    return new Rate(kpi.ratio(), kpi.isSmall());
  }

  static Cell of(Instant time) {
    return new Time(Optional.ofNullable(time));
  }

  static Cell of(Optional<Instant> time) {
    return new Time(time);
  }
}
