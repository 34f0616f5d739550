package io.qingtu.route.report;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Waybill;
import io.qingtu.route.track.VehicleDayQuality;
import io.qingtu.route.trip.Trip;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Electronic waybills (电子联单) of a group against its trips.
 *
 * @param coverage 联单覆盖率: trips with a matched waybill ÷ loaded trips
 * @param closure 联单闭环率: waybills with exit scan, accept scan within 24 h and a matching trip that
 *     ended OK ÷ waybills issued
 * @param ghosts 疑似有单无车: waybills without a trip of a vehicle that was observed that day
 * @param unobserved waybills without a trip of a vehicle that was not observed that day
 * @param notAccepted waybills of trips that ended OK, without an accept scan 24 h later
 * @param lateAccepted accepted more than 2 h after the trip's end
 */
public record WaybillFigures(
    Ratio coverage,
    Ratio closure,
    long ghosts,
    long unobserved,
    long notAccepted,
    long lateAccepted) {
  private static final Duration ACCEPT_WITHIN = Duration.ofHours(24);
  private static final Duration LATE_AFTER = Duration.ofHours(2);

  static WaybillFigures of(PeriodFacts facts, List<Trip> trips, Predicate<Waybill> own) {
    List<Waybill> issued =
        facts.plan.waybills().stream()
            .filter(w -> w.scanOut() != null && facts.period.contains(w.scanOut()))
            .filter(own)
            .toList();
    Map<String, Trip> tripOf =
        facts.trips.stream()
            .filter(t -> !t.waybillId().isEmpty())
            .collect(Collectors.toMap(Trip::waybillId, t -> t, (a, b) -> a));
    List<Waybill> without = issued.stream().filter(w -> !tripOf.containsKey(w.id())).toList();
    long ghosts = without.stream().filter(w -> wasObserved(facts, w)).count();
    return new WaybillFigures(
        Ratio.of(trips, t -> !t.waybillId().isEmpty()),
        Ratio.of(issued, w -> isClosed(w, Optional.ofNullable(tripOf.get(w.id())))),
        ghosts,
        without.size() - ghosts,
        issued.stream().filter(w -> isOpen(facts, w, tripOf.get(w.id()))).count(),
        issued.stream().filter(w -> isLate(w, tripOf.get(w.id()))).count());
  }

  private static boolean isClosed(Waybill w, Optional<Trip> trip) {
    return w.scanIn() != null
        && !w.scanIn().isAfter(w.scanOut().plus(ACCEPT_WITHIN))
        && trip.filter(t -> t.endKind() == Trip.EndKind.OK).isPresent();
  }

  private static boolean wasObserved(PeriodFacts facts, Waybill w) {
    LocalDate day = w.scanOut().atZone(DailyHours.CITY_ZONE).toLocalDate();
    return facts
        .quality(w.plate(), day)
        .map(VehicleDayQuality::observedShare)
        .filter(s -> s >= Kpi.MINIMUM_OBSERVED)
        .isPresent();
  }

  private static boolean isOpen(PeriodFacts facts, Waybill w, Trip trip) {
    if (w.scanIn() != null || trip == null || trip.endKind() != Trip.EndKind.OK) {
      return false;
    }
    Instant due = trip.endTime().plus(ACCEPT_WITHIN);
    return !due.isAfter(facts.period.end());
  }

  private static boolean isLate(Waybill w, Trip trip) {
    return w.scanIn() != null
        && trip != null
        && trip.endTime() != null
        && w.scanIn().isAfter(trip.endTime().plus(LATE_AFTER));
  }
}
