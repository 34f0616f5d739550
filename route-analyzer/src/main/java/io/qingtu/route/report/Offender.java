package io.qingtu.route.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A muck truck with confirmed violations.
 *
 * @param trips its loaded trips of the week
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
  static List<Offender> top(WeekFacts facts, int limit) {
    return facts.plan.vehicles().stream()
        .filter(v -> v.kind() == VehicleKind.MUCK_TRUCK)
        .map(v -> of(facts, v))
        .filter(o -> o.confirmed > 0)
        .sorted(
            Comparator.comparingLong(Offender::confirmed)
                .thenComparingLong(Offender::serious)
                .reversed()
                .thenComparing(Offender::plate))
        .limit(limit)
        .toList();
  }

  private static Offender of(WeekFacts facts, Vehicle v) {
    List<Alert> own = facts.confirmed().stream().filter(a -> a.plate().equals(v.plate())).toList();
    return new Offender(
        v.plate(),
        v.company(),
        facts.trips.stream().filter(t -> t.plate().equals(v.plate())).count(),
        Violations.count(own),
        own.size(),
        own.stream().filter(a -> a.severity() >= Alert.SERIOUS).count(),
        own.stream().map(Alert::start).max(Comparator.naturalOrder()).orElse(Instant.MIN));
  }
}
