package io.qingtu.web.report;

import io.qingtu.fixtures.track.Fix;
import io.qingtu.route.report.Ratio;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the figures of data quality are, counted by hand over what the terminals sent. */
final class FixTruth {
  private static final long CONTINUOUS_SECONDS = 120;
  private static final double CONTINUOUS_KM = 1;

  private final List<Fix> all;
  private final Map<String, List<Fix>> byVehicle = new HashMap<>();

  FixTruth(List<Fix> all) {
    this.all = all;
    all.forEach(f -> byVehicle.computeIfAbsent(f.plate(), k -> new ArrayList<>()).add(f));
    byVehicle.values().forEach(v -> v.sort((a, b) -> a.fixTime().compareTo(b.fixTime())));
  }

  long vehicles() {
    return byVehicle.size();
  }

  /** Records that the receiver vouched for ÷ all. */
  Ratio valid() {
    return new Ratio(all.stream().filter(Fix::fixValid).count(), all.size());
  }

  /** By the odometer: two minutes or a kilometre between two good fixes break a track. */
  Ratio complete() {
    double continuous = 0;
    double whole = 0;
    for (List<Fix> fixes : byVehicle.values()) {
      Fix before = null;
      for (Fix f : fixes) {
        if (!f.fixValid()) {
          continue;
        }
        if (before != null) {
          double km = f.odometerKm() - before.odometerKm();
          long seconds = Duration.between(before.fixTime(), f.fixTime()).toSeconds();
          whole += km;
          continuous += seconds <= CONTINUOUS_SECONDS || km <= CONTINUOUS_KM ? km : 0;
        }
        before = f;
      }
    }
    return new Ratio(continuous, whole);
  }

  /** Of the time with the ignition on that without a silence of two minutes. */
  Ratio watched() {
    double on = 0;
    double seen = 0;
    for (List<Fix> fixes : byVehicle.values()) {
      Fix before = null;
      for (Fix f : fixes) {
        if (!f.fixValid()) {
          continue;
        }
        if (before != null && before.acc()) {
          long seconds = Duration.between(before.fixTime(), f.fixTime()).toSeconds();
          on += seconds;
          seen += seconds <= CONTINUOUS_SECONDS ? seconds : 0;
        }
        before = f;
      }
    }
    return new Ratio(seen, on);
  }

  /** Seconds of a stretch of time of which nothing is known, as in a tunnel. */
  double unseen(String plate, Instant from, Instant to) {
    double unseen = 0;
    Fix before = null;
    for (Fix f : byVehicle.get(plate)) {
      if (!f.fixValid() || f.fixTime().isBefore(from)) {
        continue;
      }
      if (before != null && before.fixTime().isBefore(to)) {
        long seconds = Duration.between(before.fixTime(), f.fixTime()).toSeconds();
        unseen += seconds > CONTINUOUS_SECONDS ? seconds : 0;
      }
      before = f;
    }
    return unseen;
  }

  double km(String plate) {
    List<Fix> fixes = byVehicle.get(plate);
    return fixes.get(fixes.size() - 1).odometerKm() - fixes.get(0).odometerKm();
  }

  /** Within so many seconds 95 of 100 records arrive. */
  long delayP95() {
    List<Long> delays =
        all.stream()
            .filter(f -> !f.backfill())
            .map(f -> Duration.between(f.fixTime(), f.receivedTime()).toSeconds())
            .sorted()
            .toList();
    return delays.get((int) Math.ceil(0.95 * delays.size()) - 1);
  }
}
