package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.trip.OpenTrip;
import io.qingtu.route.trip.Trip;
import io.qingtu.route.trip.TripEvent;
import io.qingtu.route.trip.Unload;
import io.qingtu.route.trip.Visit;
import java.time.Instant;

/** M06c 消纳场不符: unloaded at an end place that no valid permit of the site names. */
public final class WrongDisposalRule implements Detector.OfMoments {
  private final RuleSet rules;
  private final AlertSeries series;

  public WrongDisposalRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.series = new AlertSeries("M06c", rules, vehicle);
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    boolean ofTrip = false;
    for (TripEvent e : m.events()) {
      if (e.type() == TripEvent.Type.ENDED && e.trip().endKind() == Trip.EndKind.WRONG_SITE) {
        ofTrip = true;
        ended(e.trip(), m, out);
      }
    }
    Unload u = m.unload();
    if (!ofTrip && u != null && u.verdict() == Unload.Verdict.OTHER_END_PLACE) {
      lifted(u, null, m, out); // its loading was not seen
    }
  }

  private void ended(OpenTrip trip, Moment m, AlertSink out) {
    if (trip.unload() != null) {
      lifted(trip.unload(), trip, m, out);
    } else if (trip.emptyBySensor()) {
      AlertDraft d = begin(trip.endTime(), m, trip, trip.endPlace());
      out.raise(
          d.end(trip.endTime())
              .grade(Grade.B)
              .because("sensor says empty", "inside the place")
              .build());
    } else {
      Visit visit = trip.foreignVisit();
      AlertDraft d = begin(visit.enter(), m, trip, visit.place());
      double seconds = visit.dwell(visit.exit()).toSeconds();
      out.raise(
          d.end(visit.exit())
              .grade(Grade.C)
              .measured(seconds, Double.NaN, "s")
              .because("dwell ≥ disp_dwell, then back at a site", Math.round(seconds) + " s")
              .build());
    }
  }

  private void lifted(Unload u, OpenTrip trip, Moment m, AlertSink out) {
    AlertDraft d = begin(u.start(), m, trip, u.place());
    out.raise(
        d.end(u.end())
            .at(rules.plane().longitude(u.x(), u.y()), rules.plane().latitude(u.x(), u.y()))
            .grade(u.confirmed() ? Grade.A : Grade.B)
            .measured(u.weightAfterT(), u.weightBeforeT(), "t")
            .because("unloaded there", u.start() + " to " + u.end())
            .build());
  }

  private AlertDraft begin(Instant start, Moment m, OpenTrip trip, Place place) {
    return series
        .begin(start, m.time(), m.fix(), trip)
        .severity(4)
        .place(place.id())
        .because("end place on no valid permit of the site", place.id());
  }
}
