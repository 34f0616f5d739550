package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.trip.LoadEstimate;
import io.qingtu.route.trip.OpenTrip;
import io.qingtu.route.trip.Trip.EndKind;
import io.qingtu.route.trip.TripEvent;
import java.time.Duration;
import java.time.Instant;

/**
 * M07 未到消纳场: a loaded trip that came back without having been at an end place (reason {@code
 * unexplained}), or that parks with its load ({@code parked_loaded}). What takes too long ({@code
 * overdue}) the city decides ({@link OverdueTrips}). Where a gap may hide the visit of an end place
 * it is not observed that there was none: the alert is kept for P05, and suppressed (reason {@code
 * gap}).
 */
public final class TripNotCompletedRule implements Detector.OfSteps, Detector.OfMoments {
  private final RuleSet rules;
  private final String plate;
  private AlertDraft parked;
  private CleanFix last;

  public TripNotCompletedRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.plate = vehicle.plate();
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    last = m.fix();
  }

  @Override
  public void step(TripEvent e, Instant decided, AlertSink out) {
    switch (e.type()) {
      case BORN -> {}
      case PARKED -> {
        parked = draft("parked_loaded", e, decided);
        out.raise(parked.severity(1).build());
      }
      case PARKED_LONG -> out.raise(parked.severity(2).build());
      case UNPARKED -> endParking(e.at(), out);
      case ENDED -> ended(e, decided, out);
    }
  }

  private void endParking(Instant at, AlertSink out) {
    if (parked != null) {
      out.raise(parked.end(at).build());
      parked = null;
    }
  }

  private void ended(TripEvent e, Instant decided, AlertSink out) {
    endParking(e.at(), out);
    EndKind kind = e.trip().endKind();
    boolean unexplained = kind == EndKind.UNEXPLAINED || kind == EndKind.GAP;
    if (unexplained) {
      AlertDraft d = draft("unexplained", e, decided);
      d.severity(3).grade(grade(e.trip())).end(e.at());
      if (e.trip().unseenVisit() && !isProved(e.trip())) {
        d.status(AlertStatus.SUPPRESSED, "gap")
            .because("a visit of an end place may be hidden", "gap within reach of one");
      }
      out.raise(d.build());
    }
  }

  /** B where sensors prove that a load has gone, and nothing was dark meanwhile. */
  private static Grade grade(OpenTrip trip) {
    boolean seen = !trip.lostInGap() && trip.endKind() != EndKind.GAP;
    return isProved(trip) && seen ? Grade.B : Grade.C;
  }

  /** Whether sensors tell of the load at the exit and of its absence at the end. */
  private static boolean isProved(OpenTrip trip) {
    return trip.loadAtExit().source() == LoadEstimate.Source.SENSOR && trip.emptyBySensor();
  }

  private AlertDraft draft(String reason, TripEvent e, Instant decided) {
    OpenTrip trip = e.trip();
    boolean sensed = trip.loadAtExit().source() == LoadEstimate.Source.SENSOR;
    AlertDraft d =
        new AlertDraft("M07", plate, rules.version(), e.at(), decided)
            .trip(trip.id())
            .permit(trip.permitId())
            .reason(reason)
            .grade(sensed ? Grade.B : Grade.C)
            .measured(Duration.between(trip.outTime(), decided).toMinutes(), Double.NaN, "min")
            .because("left the site loaded", trip.loadAtExit().toString())
            .because("no end place since", trip.outTime().toString());
    if (last != null) {
      d.at(last.position().longitude(), last.position().latitude());
    }
    return d;
  }
}
