package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Shift;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.sweep.WorkSensor;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Switch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * S08 怠速: stands with the engine running and does not work, outside the places where that must be.
 * For the report only: one note a shift, with the sum of its idle times.
 */
public final class IdleRule implements Detector.OfMoments {
  private static final Set<PlaceKind> ALLOWED =
      EnumSet.of(PlaceKind.FUEL, PlaceKind.WATER_FILL, PlaceKind.DEPOT);

  private final Parameters p;
  private final List<SensorKind> sensors;
  private final Shift shift;
  private final AlertSeries series;
  private CleanFix first;
  private CleanFix latest;
  private LocalDate day;
  private double before;
  private AlertDraft draft;

  public IdleRule(RuleSet rules, Vehicle vehicle) {
    this.p = rules.parameters();
    this.sensors = Stream.of(SensorKind.BRUSH, SensorKind.PUMP).filter(vehicle::has).toList();
    this.shift = rules.sanitation().duties().shift(vehicle, p);
    this.series = new AlertSeries("S08", rules, vehicle);
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    CleanFix fix = m.fix();
    boolean idle = isIdle(m);
    if (!idle || m.gap() != null || first != null && movedOn(fix)) {
      stop();
    }
    if (!idle) {
      return;
    }
    if (first == null) {
      begin(fix);
    }
    latest = fix;
    if (fix.secondsSince(first) >= p.get(Parameter.IDLE_STOP_S)) {
      raise(m.time(), out);
    }
  }

  private boolean isIdle(Moment m) {
    if (!m.fix().position().accOn()
        || m.fix().speedKmh() >= p.get(Parameter.V_STOP)
        || sensors.isEmpty()
        || m.yard() != null && ALLOWED.contains(m.yard().place().kind())) {
      return false;
    }
    for (SensorKind s : sensors) {
      if (WorkSensor.state(s, m.sensors()) != Switch.OFF) {
        return false;
      }
    }
    return true;
  }

  /** Creeping on in a jam is no idling. */
  private boolean movedOn(CleanFix fix) {
    return fix.distanceTo(first) > p.get(Parameter.STAY_R);
  }

  private void begin(CleanFix fix) {
    first = fix;
    LocalDate now =
        shift
            .dayOf(fix.time())
            .orElseGet(() -> fix.time().atZone(DailyHours.CITY_ZONE).toLocalDate());
    if (!now.equals(day)) {
      day = now;
      before = 0;
      draft = null;
    }
  }

  private void stop() {
    if (first != null && latest.secondsSince(first) >= p.get(Parameter.IDLE_STOP_S)) {
      before += latest.secondsSince(first);
    }
    first = null;
  }

  private void raise(Instant decided, AlertSink out) {
    if (draft == null) {
      series.forget();
      draft = series.begin(first.time(), decided, first, null);
    }
    double sum = before + latest.secondsSince(first);
    out.raise(
        draft
            .reopen()
            .end(latest.time())
            .severity(1)
            .grade(Grade.B)
            .measured(sum, p.get(Parameter.IDLE_STOP_S), "s")
            .because("ACC on, standing", latest.time().toString())
            .because("work sensors", sensors + " OFF")
            .because("outside fuel, water and depot", "yes")
            .because("each time ≥ idle_stop", Math.round(sum) + " s in this shift")
            .build());
  }
}
