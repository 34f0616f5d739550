package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.geo.SegmentGrid.Hit;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Shift;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.sweep.WorkSensor;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Switch;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * S04 作业超速: works faster than its operation allows. Only a fitted sensor shows work here: without
 * one a speed above the limit is as likely a transfer drive. Bursts at a junction are shorter than
 * the time asked for.
 */
public final class TooFastRule implements Detector {
  private final RuleSet rules;
  private final Parameters p;
  private final Optional<SensorKind> sensor;
  private final double warnKmh;
  private final Shift shift;
  private final AlertSeries series;
  private final Set<String> segments = new LinkedHashSet<>();
  private CleanFix first;
  private CleanFix latest;
  private double metres;
  private double fastest;
  private AlertDraft draft;

  /**
   * @throws IllegalArgumentException where the vehicle's kind does no work on the road
   */
  public TooFastRule(RuleSet rules, Vehicle vehicle) {
    Operation op =
        WorkSensor.operationOf(vehicle.kind())
            .orElseThrow(() -> new IllegalArgumentException(vehicle.plate() + " cleans no road"));
    this.rules = rules;
    this.p = rules.parameters();
    this.sensor = WorkSensor.fittedTo(vehicle);
    this.warnKmh = p.get(op.warnSpeed());
    this.shift = new Shift(rules.cleaning().servedBy(vehicle), p);
    this.series = new AlertSeries("S04", rules, vehicle);
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    if (m.gap() != null) {
      stop(out);
    }
    if (isFast(m)) {
      goOn(m, out);
    } else {
      stop(out);
    }
  }

  @Override
  public void finish(Instant periodEnd, AlertSink out) {
    stop(out);
  }

  private boolean isFast(Moment m) {
    double v = m.fix().speedKmh();
    return v > warnKmh
        && v >= p.get(Parameter.WORK_MIN_KMH)
        && v <= p.get(Parameter.WORK_MAX_KMH)
        && sensor.isPresent()
        && WorkSensor.state(sensor.get(), m.sensors()) == Switch.ON
        && shift.isOpen(m.time());
  }

  private void goOn(Moment m, AlertSink out) {
    CleanFix fix = m.fix();
    if (first == null) {
      first = fix;
      metres = 0;
      fastest = 0;
      segments.clear();
    } else {
      metres += m.stepMetres();
    }
    latest = fix;
    fastest = Math.max(fastest, fix.speedKmh());
    List<Hit> road = rules.roads().near(fix.x(), fix.y(), p.get(Parameter.WORK_MATCH_M));
    if (!road.isEmpty()) {
      segments.add(road.get(0).segment().id());
    }
    double seconds = fix.secondsSince(first);
    if (seconds >= p.get(Parameter.FAST_S) && metres >= p.get(Parameter.FAST_M)) {
      raise(m, seconds, out);
    }
  }

  private void raise(Moment m, double seconds, AlertSink out) {
    if (draft == null) {
      draft = series.begin(first.time(), m.time(), first, null);
    }
    draft
        .severity(2)
        .grade(Grade.B)
        .segments(List.copyOf(segments))
        .measured(fastest, warnKmh, "km/h")
        .because("work sensor", sensor.orElseThrow() + " ON")
        .because("speed > v_warn", Math.round(fastest * 10) / 10.0 + " > " + warnKmh + " km/h")
        .because("time ≥ fast_time", Math.round(seconds) + " s")
        .because("way ≥ fast_way", Math.round(metres) + " m");
    out.raise(draft.build());
  }

  private void stop(AlertSink out) {
    if (draft != null) {
      out.raise(draft.end(latest.time()).build());
      draft = null;
    }
    first = null;
  }
}
