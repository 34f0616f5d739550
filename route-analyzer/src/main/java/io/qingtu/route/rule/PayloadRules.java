package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.StandingWeight;
import io.qingtu.route.track.StandingWeight.Weighed;
import io.qingtu.route.trip.OpenTrip;
import io.qingtu.route.trip.TripEvent;
import java.time.Instant;

/**
 * M11a 超载: too heavy when it leaves the site. M11b 途中减重: lighter at a later stand of the same trip
 * with the body down all the while: it leaks or spills. Both compare weights of a standing truck.
 */
public final class PayloadRules implements Detector.OfSteps, Detector.OfMoments {
  private final RuleSet rules;
  private final Parameters p;
  private final boolean ratedKnown;
  private final double rated;
  private final AlertSeries overloads;
  private final AlertSeries losses;
  private final StandingWeight scale;
  private Weighed newest;
  private AlertDraft overload;

  /** The heaviest stand since which the body has been down, seen without a gap; null where none. */
  private Weighed full;

  /** Last moment at which nothing was missing. */
  private Instant whole;

  public PayloadRules(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.p = rules.parameters();
    this.ratedKnown = !Double.isNaN(vehicle.ratedLoadT());
    this.rated = ratedKnown ? vehicle.ratedLoadT() : p.get(Parameter.RATED_T);
    this.overloads = new AlertSeries("M11a", rules, vehicle);
    this.losses = new AlertSeries("M11b", rules, vehicle);
    this.scale = new StandingWeight(p);
  }

  @Override
  public void step(TripEvent e, Instant decided, AlertSink out) {
    if (e.type() == TripEvent.Type.BORN) {
      leftSite(e.trip(), decided, out);
    } else if (e.type() == TripEvent.Type.ENDED && overload != null) {
      out.raise(overload.end(e.at()).build());
      overload = null;
    }
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    if (m.gap() != null || m.sensors().lift() != Lift.DOWN) {
      full = null;
    }
    Weighed weighed = scale.accept(m.fix(), m.sensors().weightT());
    if (weighed == null) {
      return;
    }
    newest = weighed;
    if (m.trip() == null || m.sensors().lift() != Lift.DOWN) {
      full = null;
    } else if (m.trip().inTransit() && m.visit() == null) {
      compare(weighed, m, out);
    }
  }

  private void leftSite(OpenTrip trip, Instant decided, AlertSink out) {
    Fenced site = rules.places().find(trip.site().id());
    full = null;
    if (newest == null
        || newest.to().isAfter(trip.outTime())
        || site.polygon().distance(newest.at().x(), newest.at().y()) > p.get(Parameter.PLACE_BUF)) {
      return;
    }
    full = newest;
    whole = newest.to();
    double allowed = rated * (1 + p.get(Parameter.OVERLOAD_SHARE));
    if (newest.tonnes() <= allowed) {
      return;
    }
    double serious = rated * (1 + p.get(Parameter.OVERLOAD_SERIOUS));
    long percent = Math.round((newest.tonnes() / rated - 1) * 100);
    overload =
        overloads
            .begin(trip.outTime(), decided, newest.at(), trip)
            .place(trip.site().id())
            .severity(newest.tonnes() > serious ? 3 : 2)
            .grade(ratedKnown ? Grade.B : Grade.C)
            .measured(newest.tonnes(), allowed, "t")
            .because("standing", newest.from() + " to " + newest.to())
            .because("rated load", rated + " t" + (ratedKnown ? "" : ", not in the vehicle file"))
            .because("excess > overload_share", percent + " %");
    out.raise(overload.build());
  }

  private void compare(Weighed now, Moment m, AlertSink out) {
    if (full == null || now.tonnes() > full.tonnes()) {
      full = now;
      whole = now.to();
      return;
    }
    double lost = full.tonnes() - now.tonnes();
    double share = lost / full.tonnes();
    if (share < p.get(Parameter.LOSS_SHARE) || lost < p.get(Parameter.LOSS_T)) {
      whole = now.to();
      return;
    }
    CleanFix at = now.at();
    AlertDraft loss = losses.begin(whole, m.time(), at, m.trip());
    loss.severity(Math.max(loss.severity(), share >= p.get(Parameter.LOSS_SERIOUS) ? 3 : 2))
        .grade(Grade.B)
        .measured(now.tonnes(), full.tonnes(), "t")
        .because("weight before, standing", full.tonnes() + " t at " + full.to())
        .because("weight after, standing", now.tonnes() + " t at " + now.to())
        .because("loss ≥ loss_share", Math.round(share * 1000) / 10.0 + " %")
        .because("loss ≥ loss_t", Math.round(lost * 100) / 100.0 + " t")
        .because("lift down all the while", "DOWN");
    out.raise(loss.end(now.from()).build());
    full = now;
    whole = now.to();
  }
}
