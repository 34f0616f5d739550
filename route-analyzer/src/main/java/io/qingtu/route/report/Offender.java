package io.qingtu.route.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.trip.Trip;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A muck truck with confirmed violations.
 *
 * @param trips its loaded trips of the period
 * @param serious confirmed violations of severity 3 or 4
 * @param last start of the newest one
 */
public record Offender(
    String plate,
    String company,
    long trips,
    Map<String, Long> confirmedByRule,
    long confirmed,
    long serious,
    Instant last) {

  /** The vehicles with the most confirmed violations; of equals the one with more serious ones. */
  static List<Offender> top(PeriodFacts facts, int limit) {
    Map<String, List<Alert>> confirmed =
        facts.confirmed().stream().collect(Collectors.groupingBy(Alert::plate));
    Map<String, Long> trips =
        facts.trips.stream().collect(Collectors.groupingBy(Trip::plate, Collectors.counting()));
    return facts.plan.vehicles().stream()
        .filter(v -> v.kind() == VehicleKind.MUCK_TRUCK && confirmed.containsKey(v.plate()))
        .map(v -> of(v, confirmed.get(v.plate()), trips.getOrDefault(v.plate(), 0L)))
        .sorted(
            Comparator.comparingLong(Offender::confirmed)
                .thenComparingLong(Offender::serious)
                .reversed()
                .thenComparing(Offender::plate))
        .limit(limit)
        .toList();
  }

  private static Offender of(Vehicle v, List<Alert> own, long trips) {
    return new Offender(
        v.plate(),
        v.company(),
        trips,
        Violations.count(own),
        own.size(),
        own.stream().filter(a -> a.severity() >= Alert.SERIOUS).count(),
        own.stream().map(Alert::start).max(Comparator.naturalOrder()).orElse(Instant.MIN));
  }
}
