package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.geo.Corridor;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.track.CleanFix;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * M09 闯禁行区: deep in a closed zone for a while, loaded or empty. The way of a permit whose site or
 * end place lies in the zone is exempt, and so is a vehicle under an emergency order. Severity 3
 * where it is loaded, else 2.
 */
public final class ZoneEntryRule implements Detector.OfMoments, Detector.OfTime {
  /** One zone and what the vehicle does in it. */
  private static final class Watch {
    private final Fenced zone;
    private final AlertSeries series;
    private Instant start;
    private CleanFix first;
    private Instant lastInside;
    private boolean drove;
    private Instant outsideSince;
    private AlertDraft draft;

    Watch(Fenced zone, AlertSeries series) {
      this.zone = zone;
      this.series = series;
    }
  }

  private final RuleSet rules;
  private final Parameters p;
  private final Vehicle vehicle;

  /** By the zone as it is drawn: one that was redrawn is another. */
  private final Map<Place, Watch> watches = new LinkedHashMap<>();

  public ZoneEntryRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.p = rules.parameters();
    this.vehicle = vehicle;
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    List<Fenced> here = m.places();
    for (int i = 0; i < here.size(); i++) {
      Fenced f = here.get(i);
      if (f.place().kind().isZone()) {
        watches.computeIfAbsent(
            f.place(), zone -> new Watch(f, new AlertSeries("M09", rules, vehicle)));
      }
    }
    if (!watches.isEmpty()) {
      watches.values().forEach(w -> judge(w, m, out));
      watches.values().removeIf(w -> isForgotten(w, m.time()));
    }
  }

  @Override
  public void advance(Instant time, AlertSink out) {
    watches.values().forEach(w -> closeIfLeft(w, time, out));
  }

  @Override
  public void finish(Instant periodEnd, AlertSink out) {
    for (Watch w : watches.values()) {
      if (w.draft != null && w.outsideSince != null) {
        close(w, w.outsideSince, out);
      }
    }
  }

  /** A watch is kept as long as its alert may go on or be taken up again. */
  private boolean isForgotten(Watch w, Instant now) {
    return w.start == null
        && w.draft == null
        && (w.lastInside == null
            || Duration.between(w.lastInside, now).toMillis() > p.millis(Parameter.REARM_TRIP_S));
  }

  private void judge(Watch w, Moment m, AlertSink out) {
    if (m.gap() != null && w.draft == null) {
      w.start = null; // where it was in between is not known
    }
    double x = m.fix().x();
    double y = m.fix().y();
    double outside = w.zone.polygon().distance(x, y);
    boolean closed = isClosed(w.zone, m.time());
    boolean deep =
        closed
            && outside == 0
            && w.zone.polygon().boundaryDistance(x, y) >= p.get(Parameter.ZONE_DEPTH_M);
    if (deep && !isExempt(w.zone, m.fix())) {
      inside(w, m, out);
    } else if (w.draft == null) {
      w.start = null;
    } else if (!closed) {
      close(w, m.time(), out);
    } else if (outside > p.get(Parameter.EXIT_M)) {
      w.outsideSince = w.outsideSince == null ? m.time() : w.outsideSince;
      closeIfLeft(w, m.time(), out);
    } else {
      w.outsideSince = null;
    }
  }

  private void inside(Watch w, Moment m, AlertSink out) {
    w.outsideSince = null;
    w.lastInside = m.time();
    if (w.start == null) {
      w.start = m.time();
      w.first = m.fix();
      w.drove = false;
    }
    w.drove |= m.fix().speedKmh() > p.get(Parameter.ZONE_KMH);
    long seconds = Duration.between(w.start, m.time()).toSeconds();
    if (seconds < p.get(Parameter.ZONE_S) || !w.drove) {
      return;
    }
    if (w.draft == null) {
      w.draft =
          w.series
              .begin(w.start, m.time(), w.first, m.trip())
              .place(w.zone.place().id())
              .grade(Grade.B)
              .because("closed zone", w.zone.place().kind() + " " + w.zone.place().hours());
    }
    boolean loaded = m.load().loaded(p.get(Parameter.CONF_MIN));
    out.raise(
        w.draft
            .severity(Math.max(w.draft.severity(), loaded ? 3 : 2))
            .measured(seconds, p.get(Parameter.ZONE_S), "s")
            .because("inside by ≥ " + p.get(Parameter.ZONE_DEPTH_M) + " m", seconds + " s")
            .because("load", m.load().state().name())
            .because("no permit or order for the zone", vehicle.plate())
            .build());
  }

  private void closeIfLeft(Watch w, Instant now, AlertSink out) {
    if (w.draft != null
        && w.outsideSince != null
        && Duration.between(w.outsideSince, now).toMillis() >= p.millis(Parameter.EXIT_S)) {
      close(w, w.outsideSince, out);
    }
  }

  private static void close(Watch w, Instant at, AlertSink out) {
    out.raise(w.draft.end(at).build());
    w.draft = null;
    w.start = null;
    w.outsideSince = null;
  }

  private static boolean isClosed(Fenced zone, Instant t) {
    return zone.place().validity().contains(t) && zone.place().hours().contains(t);
  }

  private boolean isExempt(Fenced zone, CleanFix fix) {
    String plate = vehicle.plate();
    if (rules.orders().inForce(plate, VehicleOrder.Kind.EMERGENCY, fix.time())) {
      return true;
    }
    for (Permit permit : rules.permits().valid(plate, fix.time())) {
      if (leadsInto(zone, permit, fix) && isOnTheWay(permit, fix)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the site or an end place of the permit lies in the zone. */
  private boolean leadsInto(Fenced zone, Permit permit, CleanFix fix) {
    boolean leads = liesIn(zone, permit.siteId(), fix);
    for (String end : permit.disposalIds()) {
      leads |= liesIn(zone, end, fix);
    }
    return leads;
  }

  private boolean liesIn(Fenced zone, String placeId, CleanFix fix) {
    Fenced f = rules.places().find(placeId);
    return f != null
        && f.place().validity().contains(fix.time())
        && zone.polygon().contains(f.polygon().middleX(), f.polygon().middleY());
  }

  /** On a permitted route, at the permit's places, or anywhere where the permit names no route. */
  private boolean isOnTheWay(Permit permit, CleanFix fix) {
    if (permit.routeIds().isEmpty() || isAt(permit.siteId(), fix)) {
      return true;
    }
    for (String id : permit.routeIds()) {
      RuleSet.Way way = rules.findWay(id, fix.time());
      Corridor c = way == null ? null : way.corridor();
      if (c != null && c.distance(fix.x(), fix.y()) <= c.halfWidth()) {
        return true;
      }
    }
    for (String end : permit.disposalIds()) {
      if (isAt(end, fix)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAt(String placeId, CleanFix fix) {
    Fenced f = rules.places().find(placeId);
    return f != null && f.polygon().isWithin(fix.x(), fix.y(), p.get(Parameter.PLACE_BUF));
  }
}
