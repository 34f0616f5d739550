package io.qingtu.route.report;

import java.util.Collection;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * A rate that keeps its numerator and denominator, because a reader must be able to check it. With
 * a denominator of 0 it has no value and is printed as “—”.
 */
public record Ratio(double numerator, double denominator) {
  /** Nothing to judge. */
  public static final Ratio NONE = new Ratio(0, 0);

  /** How many of them hold. */
  public static <T> Ratio of(Collection<T> all, Predicate<T> holds) {
    return new Ratio(all.stream().filter(holds).count(), all.size());
  }

  /** Which part of a sum the parts make. */
  public static <T> Ratio ofSums(
      Collection<T> all, ToDoubleFunction<T> part, ToDoubleFunction<T> whole) {
    return new Ratio(all.stream().mapToDouble(part).sum(), all.stream().mapToDouble(whole).sum());
  }

  public boolean isKnown() {
    return denominator > 0;
  }

  /** Numerator by denominator; NaN where the denominator is 0. */
  public double value() {
    return isKnown() ? numerator / denominator : Double.NaN;
  }

  /** The rest to 1: how many do not hold. */
  public Ratio complement() {
    return new Ratio(denominator - numerator, denominator);
  }
}
