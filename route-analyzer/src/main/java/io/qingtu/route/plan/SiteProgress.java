package io.qingtu.route.plan;

/**
 * How much earth a construction site is to give in a period (计划进度).
 *
 * @param plannedM3 loose volume of the whole period, m³
 */
public record SiteProgress(String siteId, Validity period, double plannedM3) {
  public SiteProgress {
    if (!(plannedM3 > 0) || period.from().equals(period.to())) {
      throw new IllegalArgumentException(
          siteId + ": " + plannedM3 + " m3 from " + period.from() + " to " + period.to());
    }
  }

  /** What of it falls into another period, at an even pace, m³. */
  public double during(Validity other) {
    double whole = seconds(period);
    return period.during(other).map(part -> plannedM3 * seconds(part) / whole).orElse(0.0);
  }

  private static double seconds(Validity of) {
    return (double) of.to().getEpochSecond() - of.from().getEpochSecond();
  }
}
