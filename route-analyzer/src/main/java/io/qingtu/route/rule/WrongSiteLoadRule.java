package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.RecentFixes;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.trip.LoadEstimate;
import java.time.Duration;

/**
 * M06f 场外装载: the load sensors saw an empty truck become loaded while it stood outside every site. A
 * load comes on bucket by bucket: a weight that was there at once was a sensor that had stuck. End
 * places hand material out, too (cover soil, recycled aggregate): loading there is not judged.
 */
public final class WrongSiteLoadRule implements Detector.OfMoments {
  private final RuleSet rules;
  private final Parameters p;
  private final AlertSeries series;
  private final RecentFixes recent;

  private final double light;

  /** Whether a sensor has said empty since the last time that none said anything. */
  private boolean seenEmpty;

  private double emptyT;

  /** First weight since then that was not empty; NaN where none has been seen. */
  private double firstT = Double.NaN;

  private CleanFix stoodFrom;
  private LoadEstimate before = LoadEstimate.UNKNOWN;

  public WrongSiteLoadRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.p = rules.parameters();
    this.series = new AlertSeries("M06f", rules, vehicle);
    this.recent = new RecentFixes(p.millis(Parameter.LOAD_HOLD_S) + p.millis(Parameter.GAP_S));
    double rated =
        Double.isNaN(vehicle.ratedLoadT()) ? p.get(Parameter.RATED_T) : vehicle.ratedLoadT();
    this.light = rated * p.get(Parameter.LIGHT_SHARE);
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    Sensors s = m.sensors();
    boolean silent = Double.isNaN(s.weightT()) && s.load() == Load.UNKNOWN;
    seenEmpty &= !silent && m.gap() == null;
    boolean stands = m.fix().speedKmh() < p.get(Parameter.V_STOP);
    stoodFrom = !stands ? null : stoodFrom == null ? m.fix() : stoodFrom;
    if (!silent) {
      recent.accept(m.fix());
      if (s.weightT() <= light || Double.isNaN(s.weightT()) && s.load() == Load.EMPTY) {
        seenEmpty = true;
        emptyT = s.weightT();
        firstT = Double.NaN;
      } else if (Double.isNaN(firstT)) {
        firstT = s.weightT();
      }
      if (seenEmpty && before.empty() && isLoadedBySensor(m.load())) {
        loaded(m, out);
      }
    }
    before = m.load();
  }

  private static boolean isLoadedBySensor(LoadEstimate load) {
    return load.state() == LoadEstimate.State.LOADED && load.source() == LoadEstimate.Source.SENSOR;
  }

  private void loaded(Moment m, AlertSink out) {
    CleanFix at = recent.firstFrom(m.load().since());
    Sensors s = m.sensors();
    if (!stoodBefore(at) || excused(at) || firstT > s.weightT() * p.get(Parameter.RISE_SHARE)) {
      return;
    }
    boolean both = s.load() == Load.LOADED && !Double.isNaN(s.weightT());
    AlertDraft d =
        series
            .begin(m.load().since(), m.time(), at, null)
            .end(m.time())
            .severity(3)
            .grade(both ? Grade.A : Grade.B)
            .measured(s.weightT(), emptyT, "t")
            .because("empty by a sensor before", emptyT + " t")
            .because(
                "loaded by a sensor ≥ load_hold_s", m.load().since() + ", " + s.weightT() + " t")
            .because("standing < v_stop since", stoodFrom.time().toString());
    NearPlaces.trace(d, rules, at.x(), at.y(), at.time());
    out.raise(d.build());
  }

  /** Whether it had stood for a while when the sensor first said loaded, and has stood since. */
  private boolean stoodBefore(CleanFix at) {
    return stoodFrom != null
        && Duration.between(stoodFrom.time(), at.time()).toMillis()
            >= p.millis(Parameter.LOAD_HOLD_S);
  }

  private boolean excused(CleanFix at) {
    for (Fenced f : rules.places().near(at.x(), at.y())) {
      PlaceKind kind = f.place().kind();
      if ((kind == PlaceKind.SITE || kind.isEndPlace())
          && f.place().validity().contains(at.time())
          && f.polygon().isWithin(at.x(), at.y(), p.get(Parameter.PLACE_BUF))) {
        return true;
      }
    }
    return false;
  }
}
