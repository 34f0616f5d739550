package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.geo.PointIndex;
import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.trip.Destinations;
import io.qingtu.route.trip.LoadEstimate;
import io.qingtu.route.trip.LoadMachine;
import io.qingtu.route.trip.Unload;
import io.qingtu.route.trip.UnloadMachine;
import java.time.Instant;
import java.util.List;

/**
 * S13 垃圾去向异常: a collection truck unloads outside transfer stations and plants, as the machine of
 * M01 sees it by the lift, or a weight or load sensor alone. A truck without a load sensor counts
 * as loaded once it has stopped at a collection point; where no points are known, always. What is
 * lifted at a collection point is a bin.
 */
public final class WrongUnloadRule implements Detector.OfMoments {
  private final RuleSet rules;
  private final Parameters p;
  private final AlertSeries series;
  private final LoadMachine load;
  private final UnloadMachine unloads;
  private final PointIndex points;
  private final double rated;
  private boolean collected;
  private Instant collectedAt = Instant.EPOCH;
  private LoadEstimate before = LoadEstimate.UNKNOWN;
  private CleanFix emptyFrom;
  private boolean told;

  public WrongUnloadRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.p = rules.parameters();
    this.series = new AlertSeries("S13", rules, vehicle);
    this.load = new LoadMachine(vehicle, p);
    this.unloads =
        new UnloadMachine(new Destinations(vehicle.plate(), rules.places(), rules.permits(), p), p);
    this.points = rules.sanitation().points();
    this.rated =
        Double.isNaN(vehicle.ratedLoadT()) ? p.get(Parameter.RATED_T) : vehicle.ratedLoadT();
    this.collected = points.isEmpty();
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    CleanFix fix = m.fix();
    CollectionPoint point = points.nearest(fix.x(), fix.y(), p.get(Parameter.POINT_M), fix.time());
    if (point != null && fix.speedKmh() <= p.get(Parameter.POINT_KMH)) {
      collected = true;
      collectedAt = fix.time();
    }
    Sensors s = point == null ? m.sensors() : withoutLift(m.sensors());
    Unload u = unloads.accept(fix, s, estimate(), null);
    load.accept(fix.time(), s, fix.speedKmh(), m.gap() != null);
    if (u != null) {
      unloaded(u, m, out);
    }
    watchSensor(m, out);
  }

  private LoadEstimate estimate() {
    if (load.sensed() || !collected) {
      return load.estimate();
    }
    return new LoadEstimate(
        LoadEstimate.State.LOADED,
        p.get(Parameter.CONF_SITE),
        LoadEstimate.Source.TRACK,
        collectedAt);
  }

  private static Sensors withoutLift(Sensors s) {
    return new Sensors(s.cover(), Lift.UNKNOWN, s.load(), s.weightT(), s.brush(), s.pump());
  }

  private void unloaded(Unload u, Moment m, AlertSink out) {
    collected = points.isEmpty();
    told = true;
    if (mayUnloadAt(u.x(), u.y(), u.start())) {
      return;
    }
    out.raise(
        begin(u.start(), m)
            .end(u.end())
            .at(rules.plane().longitude(u.x(), u.y()), rules.plane().latitude(u.x(), u.y()))
            .grade(u.confirmed() ? Grade.A : Grade.B)
            .place(u.place() == null ? "" : u.place().id())
            .measured(u.weightAfterT(), u.weightBeforeT(), "t")
            .because("lift up ≥ lift_hold", u.start() + " to " + u.end())
            .because(
                "load gone by a second sensor",
                u.weightBeforeT() + " t to " + u.weightAfterT() + " t",
                u.confirmed())
            .build());
  }

  /** A sensor saw the load go and the lift, if there is one, did not tell of it. */
  private void watchSensor(Moment m, AlertSink out) {
    LoadEstimate now = load.estimate();
    boolean empty = now.empty() && now.source() == LoadEstimate.Source.SENSOR;
    boolean gone = empty && before.state() == LoadEstimate.State.LOADED;
    if (now.state() == LoadEstimate.State.LOADED) {
      emptyFrom = null;
      told = before.state() == LoadEstimate.State.LOADED && told;
    }
    if (isFalling(m) && emptyFrom == null) {
      emptyFrom = m.fix();
    } else if (!isFalling(m) && !empty) {
      emptyFrom = null;
    }
    before = now;
    if (!gone || told || emptyFrom == null || emptyFrom.afterGap()) {
      return;
    }
    if (!mayUnloadAt(emptyFrom.x(), emptyFrom.y(), emptyFrom.time())) {
      out.raise(
          begin(emptyFrom.time(), m)
              .end(m.time())
              .at(emptyFrom.position().longitude(), emptyFrom.position().latitude())
              .grade(Grade.B)
              .measured(m.sensors().weightT(), Double.NaN, "t")
              .because("sensor says empty for load_hold", emptyFrom.time().toString())
              .build());
    }
  }

  /** Less on board than what makes it loaded, by the sensor itself. */
  private boolean isFalling(Moment m) {
    return switch (m.sensors().load()) {
      case EMPTY, PARTIAL -> true;
      default -> m.sensors().weightT() < p.get(Parameter.HEAVY_SHARE) * rated;
    };
  }

  private boolean mayUnloadAt(double x, double y, Instant at) {
    List<Fenced> near = rules.places().near(x, y);
    for (Fenced f : near) {
      Place place = f.place();
      boolean takes = place.kind() == PlaceKind.TRANSFER || place.kind() == PlaceKind.PLANT;
      if (takes
          && place.validity().contains(at)
          && f.polygon().isWithin(x, y, p.get(Parameter.PLACE_BUF))) {
        return true;
      }
    }
    return false;
  }

  private AlertDraft begin(Instant start, Moment m) {
    return series
        .begin(start, m.time(), m.fix(), null)
        .severity(4)
        .because("outside transfer stations and plants", "by more than place_buf");
  }
}
