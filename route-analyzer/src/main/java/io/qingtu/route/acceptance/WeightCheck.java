package io.qingtu.route.acceptance;

import io.qingtu.route.track.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * 载重: the sensor says of the empty vehicle and of the loaded one what the weighbridge says. Its
 * word is the median of the minute before each slip, of fixes that stand; the newest slip of each
 * counts.
 */
final class WeightCheck implements Check {
  static final Duration BEFORE = Duration.ofSeconds(60);
  static final int READINGS = 3;

  private static final double STANDING_KMH = 1;
  private static final double HALF = 0.5;

  private final double ratedT;
  private final Optional<WeighSlip> empty;
  private final Optional<WeighSlip> loaded;
  private final List<Position> readings = new ArrayList<>();

  /**
   * @param ratedT rated load, t: a load that calibrates is at least half of it
   */
  WeightCheck(double ratedT, Collection<WeighSlip> slips) {
    this.ratedT = ratedT;
    this.empty = newest(slips, false);
    this.loaded = newest(slips, true);
  }

  private static Optional<WeighSlip> newest(Collection<WeighSlip> slips, boolean loaded) {
    return slips.stream()
        .filter(s -> s.loaded() == loaded)
        .max(Comparator.comparing(WeighSlip::at));
  }

  @Override
  public void accept(Position fix) {
    if (!Double.isNaN(fix.sensors().weightT()) && fix.speedKmh() < STANDING_KMH) {
      readings.add(fix);
    }
  }

  /** What the sensor said, t; NaN where it said too little. */
  private double reading(Instant slip) {
    double[] said =
        readings.stream()
            .filter(p -> !p.fixTime().isAfter(slip) && p.fixTime().isAfter(slip.minus(BEFORE)))
            .mapToDouble(p -> p.sensors().weightT())
            .sorted()
            .toArray();
    int half = said.length / 2;
    if (said.length < READINGS) {
      return Double.NaN;
    }
    return said.length % 2 == 1 ? said[half] : (said[half - 1] + said[half]) / 2;
  }

  /** Empty where a slip is missing, the sensor said nothing, or the load is too small. */
  Optional<Calibration> calibration() {
    if (empty.isEmpty() || loaded.isEmpty()) {
      return Optional.empty();
    }
    double payload = loaded.get().grossT() - empty.get().grossT();
    double emptyT = reading(empty.get().at());
    double loadedT = reading(loaded.get().at());
    return payload < HALF * ratedT || Double.isNaN(emptyT) || Double.isNaN(loadedT)
        ? Optional.empty()
        : Optional.of(new Calibration(payload, emptyT, loadedT));
  }

  @Override
  public CheckResult result() {
    Wanted wanted = new Wanted(CheckPoint.WEIGHT, "EMPTY", "LOADED", "RIGHT");
    see(wanted, "EMPTY", empty);
    see(wanted, "LOADED", loaded);
    Optional<Calibration> calibration = calibration();
    calibration
        .filter(c -> c.error() <= Calibration.MOST_ERROR)
        .ifPresent(c -> wanted.see("RIGHT", loaded.get().at()));
    return wanted.result(calibration.map(Calibration::error).orElse(Double.NaN));
  }

  private void see(Wanted wanted, String what, Optional<WeighSlip> slip) {
    slip.filter(s -> !Double.isNaN(reading(s.at()))).ifPresent(s -> wanted.see(what, s.at()));
  }
}
