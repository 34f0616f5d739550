package io.qingtu.route.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The index of a company (指数), 0 to 100, with what makes it, so that a reader can do the sum.
 *
 * @param parts in the order of the formula; those that do not apply are not there
 * @param value rounded to a tenth, so that what is printed alike is ranked alike; NaN where nothing
 *     can be said
 */
public record Index(List<Part> parts, double value) {
  /** What a part is about. */
  public enum Kind {
    VIOLATIONS,
    WAYBILLS,
    UNOBSERVED,
    OVERDUE,
    FREQUENCY,
    BOTH_SIDES,
    SPEED,
    ON_TIME,
    COLLECTION,
    NOT_OPERATING
  }

  /**
   * A part.
   *
   * @param basis the rate that it comes from
   * @param points what it gives; negative where it takes
   */
  public record Part(Kind kind, Ratio basis, double points) {}

  private static final Index UNKNOWN = new Index(List.of(), Double.NaN);
  private static final double FULL = 100;

  /**
   * Of a muck company: 100 less what is taken. No waybills at all where the city issues some are
   * none that were closed.
   *
   * @param perHundred 每百趟违规数
   * @param closure 联单闭环率
   * @param usesWaybills whether the company had to have waybills
   * @param observed 可监管率
   * @param overdue overdue cases ÷ cases
   */
  static Index ofHaulage(
      IndexWeights w,
      Ratio perHundred,
      Ratio closure,
      boolean usesWaybills,
      Ratio observed,
      Ratio overdue) {
    if (!perHundred.isKnown() || !observed.isKnown()) {
      return UNKNOWN;
    }
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Part(
            Kind.VIOLATIONS,
            perHundred,
            -Math.min(w.violations(), w.perViolation() * perHundred.value())));
    if (closure.isKnown() || usesWaybills) {
      double closed = closure.isKnown() ? closure.value() : 0;
      parts.add(new Part(Kind.WAYBILLS, closure, -w.waybills() * (1 - closed)));
    }
    parts.add(new Part(Kind.UNOBSERVED, observed, -w.unobserved() * (1 - observed.value())));
    if (overdue.isKnown()) {
      parts.add(new Part(Kind.OVERDUE, overdue, -w.overdue() * overdue.value()));
    }
    return new Index(parts, rounded(FULL + sum(parts)));
  }

  /**
   * Of a sanitation contractor: what its rates give, each by its weight among those that apply,
   * less what is taken for time without work.
   *
   * @param rates rate of each part; one that is not known does not apply
   * @param notOperating minutes without work ÷ minutes that were to be worked
   */
  static Index ofCleaning(IndexWeights w, Map<Kind, Ratio> rates, Ratio notOperating) {
    double whole = 0;
    for (Map.Entry<Kind, Ratio> e : rates.entrySet()) {
      whole += e.getValue().isKnown() ? weight(w, e.getKey()) : 0;
    }
    if (whole == 0) {
      return UNKNOWN;
    }
    List<Part> parts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Ratio rate = rates.getOrDefault(kind, Ratio.NONE);
      if (rate.isKnown()) {
        parts.add(new Part(kind, rate, FULL * weight(w, kind) / whole * rate.value()));
      }
    }
    if (notOperating.isKnown()) {
      parts.add(
          new Part(Kind.NOT_OPERATING, notOperating, -w.notOperating() * notOperating.value()));
    }
    return new Index(parts, rounded(sum(parts)));
  }

  private static double weight(IndexWeights w, Kind kind) {
    return switch (kind) {
      case FREQUENCY -> w.frequency();
      case BOTH_SIDES -> w.bothSides();
      case SPEED -> w.speed();
      case ON_TIME -> w.onTime();
      case COLLECTION -> w.collection();
      default -> throw new IllegalArgumentException(kind + " is no rate of a contractor");
    };
  }

  private static double sum(List<Part> parts) {
    return parts.stream().mapToDouble(Part::points).sum();
  }

  private static double rounded(double value) {
    return Math.round(Math.max(0, value) * 10) / 10.0;
  }

  public boolean isKnown() {
    return !Double.isNaN(value);
  }

  /** A part's points; 0 where it does not apply. */
  public double points(Kind kind) {
    return parts.stream().filter(p -> p.kind == kind).mapToDouble(Part::points).sum();
  }

  /** The rate that a part comes from; none where it does not apply. */
  public Ratio basis(Kind kind) {
    return parts.stream()
        .filter(p -> p.kind == kind)
        .map(Part::basis)
        .findFirst()
        .orElse(Ratio.NONE);
  }
}
