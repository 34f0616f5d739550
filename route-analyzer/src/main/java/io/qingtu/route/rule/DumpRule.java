package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.Lift;
import io.qingtu.route.trip.OpenTrip;
import io.qingtu.route.trip.TripEvent;
import io.qingtu.route.trip.Unload;

/** M01 违规倾倒: the body was raised and unloaded where nothing may be unloaded. */
public final class DumpRule implements Detector.OfMoments {
  private final RuleSet rules;
  private final AlertSeries series;
  private AlertDraft draft;

  public DumpRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.series = new AlertSeries("M01", rules, vehicle);
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    Unload u = m.unload();
    if (u != null
        && (u.verdict() == Unload.Verdict.ELSEWHERE || u.verdict() == Unload.Verdict.OWN_SITE)) {
      raise(u, m, out);
    } else if (draft != null) {
      if (m.sensors().lift() == Lift.UP) {
        out.raise(draft.end(m.time()).build());
      } else {
        draft = null;
      }
    }
  }

  private void raise(Unload u, Moment m, AlertSink out) {
    OpenTrip trip = m.trip();
    for (TripEvent e : m.events()) {
      trip = e.type() == TripEvent.Type.ENDED ? e.trip() : trip;
    }
    boolean level = u.verdict() == Unload.Verdict.OWN_SITE;
    draft =
        series
            .begin(u.start(), m.time(), null, trip)
            .end(u.end())
            .at(rules.plane().longitude(u.x(), u.y()), rules.plane().latitude(u.x(), u.y()))
            .grade(u.confirmed() ? Grade.A : Grade.B)
            .reason(level ? "relevel" : u.spread() ? "spread" : "")
            .place(u.place() == null ? "" : u.place().id())
            .measured(u.weightAfterT(), u.weightBeforeT(), "t")
            .because("loaded ≥ conf_min", u.load().confidence() + " from " + u.load().source())
            .because("lift up ≥ lift_hold", u.start() + " to " + u.end())
            .because(
                "speed ≤ " + (u.spread() ? "spread_kmh" : "lift_kmh"), u.maxKmh() + " km/h at most")
            .because(
                "load gone by a second sensor",
                u.weightBeforeT() + " t to " + u.weightAfterT() + " t",
                u.confirmed())
            .because("place", u.verdict().name());
    NearPlaces.trace(draft, rules, u.x(), u.y(), u.start());
    draft.severity(Math.max(draft.severity(), level ? 1 : 4));
    out.raise(draft.build());
  }
}
