package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.geo.PlaceIndex;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.trip.OpenTrip;
import io.qingtu.route.trip.TripEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * M16 未冲洗出场: left a site loaded with dirty wheels, as the gate camera saw them, or after a wash too
 * short at a site that has one. The time in the wash is the longest that the fixes allow: what was
 * not seen is not a violation. It is the site's, not the truck's.
 */
public final class WashRule implements Detector.OfMoments {
  private final RuleSet rules;
  private final Parameters p;
  private final String plate;
  private double metres = PlaceIndex.REACH;
  private Instant washedSince;
  private long longestMillis;
  private Instant washedUntil;
  private final Map<String, Boolean> washAt = new HashMap<>();

  public WashRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.p = rules.parameters();
    this.plate = vehicle.plate();
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    watchWash(m);
    for (TripEvent e : m.events()) {
      if (e.type() == TripEvent.Type.BORN) {
        judge(e.trip(), m, out);
      }
    }
  }

  private void watchWash(Moment m) {
    double before = metres;
    metres = metresToWash(m);
    Instant earlier = m.previous() == null ? Instant.MIN : m.previous().time();
    if (metres == 0 || washedSince != null) {
      washedSince = washedSince == null ? earlier : washedSince;
      note(washedSince, m.time());
      washedSince = metres == 0 ? washedSince : null;
    } else if (Math.min(before, metres) < PlaceIndex.REACH && !stayed(m, before)) {
      note(earlier, m.time()); // it may have been in it between two fixes
    }
  }

  /** Stood at one place, and not beside the wash. */
  private boolean stayed(Moment m, double before) {
    double stay = p.get(Parameter.STAY_R);
    return m.previous() != null
        && m.fix().distanceTo(m.previous()) <= stay
        && Math.min(before, metres) > stay;
  }

  private void note(Instant from, Instant to) {
    long millis = from.equals(Instant.MIN) ? Long.MAX_VALUE : Duration.between(from, to).toMillis();
    boolean old =
        washedUntil == null
            || Duration.between(washedUntil, to).toMillis() > p.millis(Parameter.WASH_BEFORE_S);
    longestMillis = old ? millis : Math.max(longestMillis, millis);
    washedUntil = to;
  }

  private double metresToWash(Moment m) {
    double best = PlaceIndex.REACH;
    List<Fenced> near = rules.places().near(m.fix().x(), m.fix().y());
    for (int i = 0; i < near.size(); i++) {
      Fenced f = near.get(i);
      if (f.place().kind() == PlaceKind.WASH && f.place().validity().contains(m.time())) {
        best = Math.min(best, f.polygon().distance(m.fix().x(), m.fix().y()));
      }
    }
    return best;
  }

  private void judge(OpenTrip trip, Moment m, AlertSink out) {
    Place site = trip.site();
    Duration tolerance = Duration.ofMillis(p.millis(Parameter.GATE_MATCH_S));
    Optional<Boolean> dirty =
        rules.gates().wheelsDirtyAtExit(plate, site.id(), trip.outTime(), tolerance);
    boolean tooShort =
        washAt.computeIfAbsent(site.id(), this::hasWash)
            && washSeconds(trip.outTime()) < p.get(Parameter.WASH_S);
    if (!dirty.orElse(false) && !tooShort) {
      return;
    }
    double seconds = washSeconds(trip.outTime());
    AlertDraft d =
        new AlertDraft("M16", plate, rules.version(), trip.outTime(), m.time())
            .at(m.fix().position().longitude(), m.fix().position().latitude())
            .end(trip.outTime())
            .trip(trip.id())
            .permit(trip.permitId())
            .place(site.id())
            .severity(2)
            .grade(dirty.orElse(false) && tooShort ? Grade.A : Grade.B)
            .reason(!tooShort ? "wheels_dirty" : dirty.orElse(false) ? "both" : "wash_short")
            .because("addressee", "site " + site.id())
            .because("gate camera: wheels dirty", dirty.map(String::valueOf).orElse("not seen"))
            .because("wash < " + p.get(Parameter.WASH_S) + " s", seconds + " s", tooShort);
    if (tooShort) {
      d.measured(seconds, p.get(Parameter.WASH_S), "s");
    }
    out.raise(d.build());
  }

  /** The longest time that it can have been in the wash before it left. */
  private double washSeconds(Instant exit) {
    boolean recent =
        washedUntil != null
            && Duration.between(washedUntil, exit).toMillis() <= p.millis(Parameter.WASH_BEFORE_S);
    return recent ? longestMillis / 1000.0 : 0;
  }

  /** Whether the city has filed a wash at this site. */
  private boolean hasWash(String siteId) {
    Fenced yard = rules.places().find(siteId);
    for (Fenced f : rules.places().all()) {
      if (f.place().kind() == PlaceKind.WASH
          && yard.polygon().distance(f.polygon().middleX(), f.polygon().middleY())
              <= p.get(Parameter.WASH_NEAR_M)) {
        return true;
      }
    }
    return false;
  }
}
