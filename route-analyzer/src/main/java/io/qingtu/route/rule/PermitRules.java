package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.trip.LoadEstimate;
import io.qingtu.route.trip.OpenTrip;
import io.qingtu.route.trip.PermitCheck;
import io.qingtu.route.trip.TripEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * M06a 无证运输 and M06b 准运证过期: a trip without a permit, or with one that has run out. A permit may
 * still be typed in: the alert is a candidate for {@code permit_lag}.
 */
public final class PermitRules implements Detector.OfSteps, Detector.OfMoments, Detector.OfTime {
  private record Open(AlertDraft draft, OpenTrip trip) {}

  private final Parameters p;
  private final String plate;
  private final String version;
  private final List<Open> open = new ArrayList<>();

  public PermitRules(RuleSet rules, Vehicle vehicle) {
    this.p = rules.parameters();
    this.plate = vehicle.plate();
    this.version = rules.version();
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    advance(m.time(), out);
    for (TripEvent e : m.events()) {
      if (e.type() == TripEvent.Type.BORN) {
        born(e.trip(), m, out);
      }
    }
  }

  @Override
  public void step(TripEvent e, Instant decided, AlertSink out) {
    if (e.type() == TripEvent.Type.ENDED) {
      ended(e.trip(), out);
    }
  }

  @Override
  public void advance(Instant now, AlertSink out) {
    Iterator<Open> all = open.iterator();
    while (all.hasNext()) {
      Open o = all.next();
      if (!lagEnd(o.trip).isAfter(now)) {
        stand(o, out);
        all.remove();
      }
    }
  }

  @Override
  public void finish(Instant periodEnd, AlertSink out) {
    open.forEach(o -> stand(o, out));
    open.clear();
  }

  private void born(OpenTrip trip, Moment m, AlertSink out) {
    PermitCheck check = trip.permits();
    if (check.knownAt(trip.outTime())) {
      return;
    }
    boolean expired = check.expired() != null;
    AlertDraft draft =
        new AlertDraft(expired ? "M06b" : "M06a", plate, version, trip.outTime(), m.time())
            .at(m.fix().position().longitude(), m.fix().position().latitude())
            .trip(trip.id())
            .place(trip.site().id())
            .permit(expired ? check.expired().id() : "")
            .severity(3)
            .grade(grade(trip))
            .because("left a site loaded", trip.loadAtExit().toString())
            .because(
                expired ? "permit ran out" : "no valid permit of this vehicle for the site",
                expired ? check.expired().validity().to().toString() : trip.site().id());
    Instant entered = check.firstEntered();
    if (entered != null) {
      draft
          .status(AlertStatus.RETRACTED, "permit_late")
          .permit(check.valid().get(0).id())
          .because("permit typed in within permit_lag", entered.toString());
    } else {
      draft.status(AlertStatus.CANDIDATE, "");
    }
    open.add(new Open(draft, trip));
    out.raise(draft.build());
  }

  private void ended(OpenTrip trip, AlertSink out) {
    for (Open o : open) {
      if (o.trip == trip) {
        out.raise(o.draft.end(trip.endTime()).build());
      }
    }
  }

  /** Nothing has come that would excuse it. */
  private static void stand(Open o, AlertSink out) {
    if (o.draft.status() == AlertStatus.CANDIDATE) {
      o.draft.status(AlertStatus.OPEN, "");
      if (o.draft.end() != null) {
        o.draft.end(o.draft.end());
      }
      out.raise(o.draft.build());
    }
  }

  private Instant lagEnd(OpenTrip trip) {
    return trip.outTime().plusMillis(p.millis(Parameter.PERMIT_LAG_S));
  }

  private static Grade grade(OpenTrip trip) {
    if (trip.cameraSawLoad()) {
      return Grade.A; // the camera and the track agree
    }
    return trip.loadAtExit().source() == LoadEstimate.Source.SENSOR ? Grade.B : Grade.C;
  }
}
