package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.SensorHealth.Fault;
import java.time.Duration;
import java.time.Instant;

/**
 * M10 行驶中举升: the body is up while the truck drives. It is raised at once, for safety; a lift that
 * turns out to be a fault of its switch (D08) takes it back.
 */
public final class LiftWhileDrivingRule implements Detector.OfMoments {
  private final Parameters p;
  private final AlertSeries series;
  private Instant upSince;
  private CleanFix firstFast;
  private Instant lastFast;
  private double maxKmh;
  private AlertDraft draft;
  private AlertDraft newest;

  public LiftWhileDrivingRule(RuleSet rules, Vehicle vehicle) {
    this.p = rules.parameters();
    this.series = new AlertSeries("M10", rules, vehicle);
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    retractOnFault(m, out);
    boolean up = m.sensors().lift() == Lift.UP;
    boolean fast = up && m.fix().speedKmh() >= p.get(Parameter.LIFT_DRIVE_KMH);
    if (!fast || m.gap() != null) {
      stop(out);
    }
    if (!up || m.gap() != null) {
      upSince = up ? m.time() : null;
    } else if (upSince == null) {
      upSince = m.time();
    }
    if (fast) {
      driveOn(m, out);
    }
  }

  private void driveOn(Moment m, AlertSink out) {
    if (firstFast == null) {
      firstFast = m.fix();
      maxKmh = 0;
    }
    lastFast = m.time();
    boolean faster = m.fix().speedKmh() > maxKmh;
    maxKmh = Math.max(maxKmh, m.fix().speedKmh());
    Duration held = Duration.between(upSince, m.time());
    if (held.toMillis() < p.millis(Parameter.LIFT_DRIVE_S)) {
      return;
    }
    if (draft == null) {
      draft = series.begin(firstFast.time(), m.time(), firstFast, m.trip());
      draft.severity(4).grade(Grade.B);
      draft.because(
          "lift up ≥ lift_drive_s " + p.get(Parameter.LIFT_DRIVE_S) + " s",
          held.toSeconds() + " s when decided");
      newest = draft;
      faster = true;
    }
    if (faster) {
      double limit = p.get(Parameter.LIFT_DRIVE_KMH);
      draft.measured(maxKmh, limit, "km/h").because("speed ≥ lift_drive_kmh", maxKmh + " km/h");
      out.raise(draft.build());
    }
  }

  private void stop(AlertSink out) {
    if (draft != null) {
      out.raise(draft.end(lastFast).build());
      draft = null;
    }
    firstFast = null;
  }

  /** A body that is up at full speed for long is not up: its switch says so. */
  private void retractOnFault(Moment m, AlertSink out) {
    Fault fault = m.health().findFault(SensorKind.LIFT);
    if (fault != null && newest != null && !lastFast.isBefore(fault.since())) {
      newest.end(lastFast).status(AlertStatus.RETRACTED, "sensor_fault");
      newest.because("a body may be up so long at this speed", fault.reason(), false);
      out.raise(newest.build());
      series.forget();
      newest = null;
      draft = null;
    }
  }
}
