package io.qingtu.server.golden;

import io.qingtu.fixtures.truth.ExpectedAlert;
import io.qingtu.fixtures.truth.ExpectedPass;
import io.qingtu.fixtures.truth.ExpectedTrip;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.trip.Trip;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What differs between the alerts and passes that a staged scene demands and those that were found.
 */
final class Differences {
  private static final Set<AlertStatus> STANDING =
      EnumSet.of(AlertStatus.CANDIDATE, AlertStatus.OPEN, AlertStatus.ENDED);

  private Differences() {}

  /** One line per difference; empty where exactly the expected alerts were found. */
  static List<String> ofAlerts(List<ExpectedAlert> expected, List<Alert> found) {
    List<String> differences = new ArrayList<>();
    List<Alert> left = new ArrayList<>(found);
    left.removeIf(a -> a.status() == AlertStatus.MERGED); // part of another alert
    for (ExpectedAlert e : expected) {
      Optional<Alert> hit = left.stream().filter(a -> isAbout(e, a)).findFirst();
      if (hit.isEmpty()) {
        differences.add("missing: " + e);
      } else {
        left.remove(hit.get());
        compare(e, hit.get(), differences);
      }
    }
    left.forEach(a -> differences.add("not expected: " + a));
    return differences;
  }

  /** One line per pass that is not as demanded. */
  static List<String> ofPasses(List<ExpectedPass> expected, List<PassResult> found) {
    List<String> differences = new ArrayList<>();
    for (ExpectedPass e : expected) {
      Optional<PassResult> hit = found.stream().filter(p -> isAbout(e, p)).findFirst();
      if (hit.isEmpty()) {
        differences.add("missing: " + e);
      } else if (hit.get().done() != e.done() || !hit.get().result().name().equals(e.result())) {
        differences.add("expected " + e + " but found " + hit.get());
      }
    }
    return differences;
  }

  /** One line per trip that is not as demanded. */
  static List<String> ofTrips(List<ExpectedTrip> expected, List<Trip> found) {
    List<String> differences = new ArrayList<>();
    for (ExpectedTrip e : expected) {
      boolean as =
          found.stream()
              .anyMatch(
                  t ->
                      t.plate().equals(e.plate())
                          && t.waybillId().equals(e.waybillId())
                          && t.endKind().name().equals(e.endKind())
                          && t.waybillMatch().equals(e.waybillMatch()));
      if (!as) {
        differences.add("missing: " + e);
      }
    }
    return differences;
  }

  private static boolean isAbout(ExpectedAlert e, Alert a) {
    if (e.segmentId().isEmpty()) {
      return e.isAbout(a.rule(), a.plate(), a.start());
    }
    return e.rule().equals(a.rule())
        && a.segmentIds().contains(e.segmentId())
        && Duration.between(e.start(), a.start()).abs().compareTo(e.tolerance()) <= 0;
  }

  private static boolean isAbout(ExpectedPass e, PassResult p) {
    return p.segmentId().equals(e.segmentId())
        && p.side().name().equals(e.side())
        && p.op().name().equals(e.op())
        && p.windowStart()
            .atZone(DailyHours.CITY_ZONE)
            .toLocalTime()
            .toString()
            .equals(e.windowFrom());
  }

  private static void compare(ExpectedAlert e, Alert a, List<String> differences) {
    if (!e.grade().isEmpty() && !e.grade().equals(a.grade().name())) {
      differences.add("grade " + e.grade() + " expected: " + a);
    }
    if (e.severity() != a.severity()) {
      differences.add("severity " + e.severity() + " expected: " + a);
    }
    if (!e.reason().isEmpty() && !e.reason().equals(a.reason())) {
      differences.add("reason " + e.reason() + " expected: " + a);
    }
    boolean same =
        switch (e.status()) {
          case STANDS -> STANDING.contains(a.status());
          case SUPPRESSED -> a.status() == AlertStatus.SUPPRESSED;
          case RETRACTED -> a.status() == AlertStatus.RETRACTED;
        };
    if (!same) {
      differences.add("status " + e.status() + " expected: " + a);
    }
  }
}
