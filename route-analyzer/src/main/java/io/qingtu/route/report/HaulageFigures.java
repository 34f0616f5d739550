package io.qingtu.route.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.trip.Trip;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Rates of the loaded trips of a group: the city, a company, a site.
 *
 * @param trips 重载趟次
 * @param observedTrips those that were observed for at least 80 % of their time
 * @param tonnes 运输量: trips × rated load, 16 t where the vehicle file has none
 * @param tripClosure 趟次闭环率: observed trips that ended OK, as a sensor saw (grade A or B) ÷ observed
 *     trips
 * @param unobserved 未观测趟次占比
 * @param observedTime observed share of the trips' time (可监管率)
 * @param covered 密闭合格率: 1 − km with the cover open ÷ loaded km with a healthy cover sensor
 * @param adherence 路线遵从率: permitted km ÷ km of loaded legs with a route
 * @param inHours 时段合格率: trips without a confirmed M05 ÷ trips
 * @param permitted 持证率: trips with a valid permit ÷ trips
 * @param perHundred 每百趟违规数: weighted confirmed violations × 100 ÷ observed trips
 * @param confirmed confirmed violations
 */
public record HaulageFigures(
    long trips,
    long observedTrips,
    double tonnes,
    Ratio tripClosure,
    Ratio unobserved,
    Ratio observedTime,
    Ratio covered,
    Ratio adherence,
    Ratio inHours,
    Ratio permitted,
    Ratio perHundred,
    long confirmed) {
  /** Tonnes of earth in a cubic metre. */
  public static final double TONNES_PER_CUBIC_METRE = 1.4;

  /** Load of a truck whose file has none, t. */
  static final double DEFAULT_LOAD_T = 16;

  /** Volume hauled, m³. */
  public double cubicMetres() {
    return tonnes / TONNES_PER_CUBIC_METRE;
  }

  static HaulageFigures of(PeriodFacts facts, List<Trip> trips, Predicate<Alert> own) {
    List<Trip> observed = trips.stream().filter(HaulageFigures::isObserved).toList();
    List<Alert> confirmed =
        facts.confirmed().stream().filter(a -> isHaulageRule(a.rule())).filter(own).toList();
    Set<String> outOfHours =
        confirmed.stream()
            .filter(a -> a.rule().equals("M05"))
            .map(Alert::tripId)
            .collect(Collectors.toCollection(HashSet::new));
    double weight = confirmed.stream().mapToDouble(a -> facts.standards.weight(a.severity())).sum();
    List<Trip> routed = trips.stream().filter(t -> !Double.isNaN(t.adherence())).toList();
    return new HaulageFigures(
        trips.size(),
        observed.size(),
        trips.stream().mapToDouble(t -> tonnes(facts, t)).sum(),
        Ratio.of(observed, HaulageFigures::isClosed),
        Ratio.of(trips, t -> !isObserved(t)),
        observedTime(trips),
        covered(facts, trips),
        Ratio.ofSums(routed, t -> t.adherence() * t.distanceMetres(), Trip::distanceMetres),
        Ratio.of(trips, t -> !outOfHours.contains(t.id())),
        Ratio.of(trips, t -> hasPermit(facts, t)),
        new Ratio(weight * 100, observed.size()),
        confirmed.size());
  }

  /** Observed share of the time of those trips that have ended. */
  static Ratio observedTime(List<Trip> trips) {
    List<Trip> ended = trips.stream().filter(t -> t.endTime() != null).toList();
    return Ratio.ofSums(ended, t -> t.observedShare() * seconds(t), HaulageFigures::seconds);
  }

  /** Whether enough of a trip was seen to judge it. */
  static boolean isObserved(Trip t) {
    return t.observedShare() >= Kpi.MINIMUM_OBSERVED;
  }

  /** Ended where it may, and a sensor saw the load go: the track alone is grade C. */
  static boolean isClosed(Trip t) {
    return t.endKind() == Trip.EndKind.OK && t.grade() != Grade.C;
  }

  /** Rules that are about muck trucks on the road. */
  static boolean isHaulageRule(String rule) {
    return rule.startsWith("M");
  }

  static double tonnes(PeriodFacts facts, Trip t) {
    double rated = facts.vehicle(t.plate()).map(Vehicle::ratedLoadT).orElse(Double.NaN);
    return Double.isNaN(rated) ? DEFAULT_LOAD_T : rated;
  }

  private static double seconds(Trip t) {
    return t.endTime() == null ? 0 : Duration.between(t.outTime(), t.endTime()).toSeconds();
  }

  /** Whether the permit that the trip names is one of the vehicle's and valid at the exit. */
  static boolean hasPermit(PeriodFacts facts, Trip t) {
    return facts.permits(t.plate()).stream()
        .filter(p -> p.id().equals(t.permitId()))
        .map(Permit::validity)
        .anyMatch(v -> v.contains(t.outTime()));
  }

  /**
   * Metres driven with the cover open count where M03 of the trip is confirmed, or of grade A and
   * not rejected.
   */
  private static Ratio covered(PeriodFacts facts, List<Trip> trips) {
    Map<String, List<Alert>> open =
        facts.alerts.stream()
            .filter(a -> a.rule().equals("M03"))
            .filter(a -> facts.isConfirmed(a) || isProvenAndNotRejected(facts, a))
            .collect(Collectors.groupingBy(Alert::plate));
    return Ratio.ofSums(
            trips,
            t -> isUncovered(t, open.getOrDefault(t.plate(), List.of())) ? t.coverOpenMetres() : 0,
            Trip::coverKnownMetres)
        .complement();
  }

  private static boolean isUncovered(Trip t, List<Alert> ofItsTruck) {
    return ofItsTruck.stream()
        .anyMatch(
            a ->
                !a.start().isBefore(t.outTime())
                    && (t.endTime() == null || a.start().isBefore(t.endTime())));
  }

  private static boolean isProvenAndNotRejected(PeriodFacts facts, Alert a) {
    return PeriodFacts.isEmitted(a) && a.grade() == Grade.A && facts.review(a).isEmpty();
  }
}
