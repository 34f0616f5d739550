package io.qingtu.route.rule;

import io.qingtu.route.alert.Grade;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.CleaningPlan;
import io.qingtu.route.plan.CleaningPlan.Window;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.sweep.StretchMatcher;
import io.qingtu.route.sweep.StretchMatcher.Piece;
import io.qingtu.route.sweep.StretchMatcher.Point;
import io.qingtu.route.sweep.WorkSensor;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Switch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * S05 出工不出力: drives on segments that it should be working on, with its work sensor off.
 *
 * <p>Such a drive may be a transfer: the direct way to water, sludge dump or depot, or from one of
 * them to the first work. That shows only where it ends, so the alert waits for the end of the
 * drive, or for the moment from which it can no longer be direct.
 */
public final class NotOperatingRule implements Detector.OfMoments, Detector.OfTime {
  private static final Set<PlaceKind> GOALS =
      EnumSet.of(PlaceKind.WATER_FILL, PlaceKind.SLUDGE_DUMP, PlaceKind.DEPOT);

  private final RuleSet rules;
  private final Parameters p;
  private final Optional<SensorKind> sensor;
  private final Vehicle vehicle;
  private final boolean serves;
  private final StretchMatcher matcher;
  private final AlertSeries series;
  private final DirectWay way;
  private final List<double[]> goals = new ArrayList<>();
  private final IdleDrive idle;
  private boolean begun;
  private boolean workedSincePlace;
  private Instant windowEnd;

  public NotOperatingRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.p = rules.parameters();
    this.sensor = WorkSensor.fittedTo(vehicle);
    this.vehicle = vehicle;
    this.serves = !rules.cleaning().servedBy(vehicle).isEmpty();
    this.matcher =
        new StretchMatcher(
            rules.roads(), p.get(Parameter.WORK_MATCH_M), p.get(Parameter.SIDE_DEGREES));
    this.series = new AlertSeries("S05", rules, vehicle);
    this.way = new DirectWay(p.get(Parameter.DEADHEAD));
    this.idle = new IdleDrive(p);
    for (PlaceKind kind : GOALS) {
      for (Fenced f : rules.places().of(kind)) {
        var c = f.place().polygon().getCentroid().getCoordinate();
        goals.add(new double[] {rules.plane().x(c.x, c.y), rules.plane().y(c.x, c.y)});
      }
    }
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    if (sensor.isEmpty() || !serves) {
      return;
    }
    CleanFix fix = m.fix();
    way.drive(m.stepMetres());
    if (m.gap() != null || !begun) {
      // what was driven in a gap is not known: it may have been the rest of a direct way
      begin(fix, false);
    }
    boolean inGoal = m.yard() != null && GOALS.contains(m.yard().place().kind());
    Switch state = WorkSensor.state(sensor.get(), m.sensors());
    if (inGoal) {
      decide(m, way.isDirectTo(fix.x(), fix.y()), out);
      begin(fix, false);
    } else if (state == Switch.ON) {
      decide(m, isWayToFirstWork(m), out);
      begin(fix, true);
    } else {
      off(m, state, out);
    }
  }

  @Override
  public void finish(Instant periodEnd, AlertSink out) {
    if (idle.isLong()) {
      raise(periodEnd, out);
    }
    idle.clear();
  }

  private void begin(CleanFix fix, boolean worked) {
    begun = true;
    workedSincePlace = worked;
    way.begin(fix.x(), fix.y());
    idle.clear();
    windowEnd = null;
  }

  private void off(Moment m, Switch state, AlertSink out) {
    CleanFix fix = m.fix();
    double v = fix.speedKmh();
    Optional<Piece> planned = Optional.empty();
    if (state == Switch.OFF
        && v >= p.get(Parameter.IDLE_MIN_KMH)
        && v <= p.get(Parameter.WORK_MAX_KMH)) {
      planned = matcher.at(new Point(fix.x(), fix.y(), course(m))).filter(s -> isDue(s, m.time()));
    }
    if (planned.isPresent()) {
      idle.goOn(fix, m.stepMetres(), planned.get().flat().segment().id());
    } else {
      idle.pause(fix, state == Switch.OFF && v < p.get(Parameter.IDLE_MIN_KMH));
    }
    if (idle.isLong() && isSurelyNoTransfer(m)) {
      raise(m.time(), out);
    }
  }

  private boolean isSurelyNoTransfer(Moment m) {
    CleanFix fix = m.fix();
    if (!workedSincePlace && windowEnd != null && m.time().isBefore(windowEnd)) {
      return false; // its first segment may still come
    }
    return goals.stream().noneMatch(g -> way.mayLeadTo(g[0], g[1], fix.x(), fix.y()));
  }

  /** Who begins late on the segment that it drove along idly was at its first work before. */
  private boolean isWayToFirstWork(Moment m) {
    CleanFix fix = m.fix();
    return !workedSincePlace
        && way.isDirectTo(fix.x(), fix.y())
        && matcher
            .at(new Point(fix.x(), fix.y(), course(m)))
            .filter(piece -> idle.isLongOn(piece.flat().segment().id()))
            .isEmpty();
  }

  private boolean isDue(Piece piece, Instant t) {
    for (Requirement r : rules.cleaning().of(piece.flat().segment(), piece.side())) {
      Optional<Window> window = CleaningPlan.running(r, t);
      if (CleaningPlan.mayServe(vehicle, r) && window.isPresent() && !isExempt(r, piece, t)) {
        windowEnd = window.get().end();
        return true;
      }
    }
    return false;
  }

  private boolean isExempt(Requirement r, Piece piece, Instant t) {
    return rules.plan().exemptions().stream()
        .anyMatch(
            e ->
                e.kind() != Exemption.Kind.STOP_ORDER
                    && e.period().contains(t)
                    && e.covers(piece.flat().segment().id())
                    && (e.op().isEmpty() || e.op().get() == r.op()));
  }

  private static double course(Moment m) {
    CleanFix fix = m.fix();
    if (fix.headingDegrees() >= 0 || m.stepMetres() == 0) {
      return fix.headingDegrees();
    }
    double dx = fix.x() - m.previous().x();
    double dy = fix.y() - m.previous().y();
    return (Math.toDegrees(Math.atan2(dx, dy)) + 360) % 360;
  }

  private void decide(Moment m, boolean transfer, AlertSink out) {
    if (idle.isLong() && !transfer) {
      raise(m.time(), out);
    }
  }

  private void raise(Instant decided, AlertSink out) {
    CleanFix first = idle.first();
    out.raise(
        series
            .begin(first.time(), decided, first, null)
            .end(idle.last().time())
            .severity(3)
            .grade(Grade.B)
            .segments(idle.segmentIds())
            .measured(idle.seconds(), p.get(Parameter.IDLE_S), "s")
            .because("work sensor", sensor.orElseThrow() + " OFF, healthy")
            .because("on segments due in the running window", String.join(" ", idle.segmentIds()))
            .because("time ≥ idle_time", Math.round(idle.seconds()) + " s")
            .because("way ≥ idle_way", Math.round(idle.metres()) + " m")
            .because(
                "not a direct way to water, dump, depot or first work",
                Math.round(way.driven()) + " m driven")
            .build());
  }
}
