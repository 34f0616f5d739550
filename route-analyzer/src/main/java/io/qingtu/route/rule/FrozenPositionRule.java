package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Position;
import java.time.Duration;

/**
 * D06 疑似位置造假, way (b): the position stands still, more quietly than any receiver's, while recorder
 * or odometer show a drive. On the test bench of a workshop both are true.
 */
public final class FrozenPositionRule implements Detector.OfMoments {
  /** Who is so far off has driven, however long he stood before, m. */
  private static final double FAR = 100;

  private final Parameters p;
  private final AlertSeries series;
  private final double sigma2;
  private final long hold;
  private CleanFix first;
  private double odometerFrom;
  private int count;
  private double sumX;
  private double sumY;
  private double sumSquares;
  private int recorded;
  private double sumVss;
  private CleanFix last;
  private AlertDraft draft;

  public FrozenPositionRule(RuleSet rules, Vehicle vehicle) {
    this.p = rules.parameters();
    this.series = new AlertSeries("D06", rules, vehicle);
    this.sigma2 = Math.pow(p.get(Parameter.FROZEN_SIGMA_M), 2);
    this.hold = p.millis(Parameter.FROZEN_S);
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    CleanFix fix = m.fix();
    boolean bench = m.yard() != null && m.yard().place().kind() == PlaceKind.REPAIR;
    if (first == null || m.gap() != null || bench || !staysQuiet(fix)) {
      stop(out);
      begin(fix);
      return;
    }
    hear(fix.position());
    last = fix;
    if (draft == null
        && Duration.between(first.time(), fix.time()).toMillis() >= hold
        && (odometerKm() >= p.get(Parameter.FROZEN_KM)
            || meanVss() > p.get(Parameter.FROZEN_KMH))) {
      raise(fix, out);
    }
  }

  private void begin(CleanFix fix) {
    Position raw = fix.position();
    first = fix;
    last = fix;
    odometerFrom = raw.odometerKm();
    count = 1;
    sumX = 0;
    sumY = 0;
    sumSquares = 0;
    recorded = 0;
    sumVss = 0;
    hear(raw);
  }

  /** Adds the position as it came, before any drift was taken out of it. */
  private boolean staysQuiet(CleanFix fix) {
    double x = fix.seen().x() - first.seen().x();
    double y = fix.seen().y() - first.seen().y();
    if (Math.max(Math.abs(x), Math.abs(y)) > FAR) {
      return false;
    }
    count++;
    sumX += x;
    sumY += y;
    sumSquares += x * x + y * y;
    double mean2 = (sumX * sumX + sumY * sumY) / count;
    return (sumSquares - mean2) / count < sigma2;
  }

  private void hear(Position raw) {
    if (!Double.isNaN(raw.vssKmh())) {
      recorded++;
      sumVss += raw.vssKmh();
    }
  }

  /** Km since the run began; NaN where there is no odometer. */
  private double odometerKm() {
    return last.position().odometerKm() - odometerFrom;
  }

  private double meanVss() {
    return recorded == 0 ? Double.NaN : sumVss / recorded;
  }

  private void raise(CleanFix fix, AlertSink out) {
    long seconds = Duration.between(first.time(), fix.time()).toSeconds();
    draft =
        series
            .begin(first.time(), fix.time(), fix, null)
            .severity(3)
            .grade(Grade.B)
            .reason("frozen")
            .measured(seconds, hold / 1000.0, "s")
            .because(
                "σ < frozen_sigma_m " + p.get(Parameter.FROZEN_SIGMA_M) + " m", count + " fixes")
            .because("odometer + frozen_km " + p.get(Parameter.FROZEN_KM), odometerKm() + " km")
            .because("mean recorder speed > frozen_kmh", Math.round(meanVss()) + " km/h");
    out.raise(draft.build());
  }

  private void stop(AlertSink out) {
    if (draft != null) {
      out.raise(draft.end(last.time()).build());
      draft = null;
    }
  }
}
