package io.qingtu.route.report;

import io.qingtu.route.scoring.Standard;
import io.qingtu.route.scoring.Standards;
import java.util.Comparator;
import java.util.List;

/**
 * A haulage company's week by its sums, where its trips need not be read one by one: the figures of
 * {@link CompanyHaulage} that a ranking takes.
 *
 * @param observedTrips 可观测重载趟次
 * @param confirmed confirmed violations
 * @param perHundred 每百趟违规数
 */
public record CompanyWeek(String company, long observedTrips, long confirmed, Kpi perHundred) {
  /**
   * The loaded trips of a company that left their sites in the week.
   *
   * @param observed of them, those that were observed for at least 80 % of their time
   * @param closed of the observed, those that ended OK as a sensor saw (趟次闭环)
   * @param observedSeconds of their time, how much was observed
   * @param seconds the time of those that have ended
   */
  public record Trips(
      String company,
      long trips,
      long observed,
      long closed,
      double observedSeconds,
      double seconds) {}

  /**
   * Violations of a company that a person has confirmed.
   *
   * @param severity 1 to 4
   */
  public record Confirmed(String company, int severity, long count) {}

  /**
   * The companies with the most violations a hundred trips, the worst in front. As in the report,
   * who has too few observed trips takes no part; nor does who has no confirmed violation.
   *
   * @param standards by which is judged
   * @param most how many at most
   */
  public static List<CompanyWeek> worst(
      List<Trips> trips, List<Confirmed> confirmed, Standards standards, int most) {
    return trips.stream()
        .map(t -> of(t, confirmed, standards))
        .filter(c -> c.confirmed > 0 && c.perHundred.canBeRanked(standards))
        .sorted(
            Comparator.comparingDouble((CompanyWeek c) -> -c.perHundred.ratio().value())
                .thenComparing(CompanyWeek::company))
        .limit(most)
        .toList();
  }

  private static CompanyWeek of(Trips trips, List<Confirmed> confirmed, Standards standards) {
    List<Confirmed> own = confirmed.stream().filter(c -> c.company.equals(trips.company)).toList();
    double weight = own.stream().mapToDouble(c -> c.count * standards.weight(c.severity)).sum();
    return new CompanyWeek(
        trips.company,
        trips.observed,
        own.stream().mapToLong(Confirmed::count).sum(),
        new Kpi(
            new Ratio(weight * 100, trips.observed),
            Ratio.NONE,
            new Ratio(trips.observedSeconds, trips.seconds),
            trips.observed,
            standards.get(Standard.MIN_TRIPS)));
  }
}
