package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.StayMachine.Stay;
import io.qingtu.route.trip.SuspectStay;
import io.qingtu.route.trip.TripEvent;
import java.time.Instant;

/**
 * M02 疑似倾倒: a truck without sensors stayed somewhere with its load and came back to a site without
 * having been at an end place.
 */
public final class SuspectedDumpRule implements Detector {
  private final RuleSet rules;
  private final String plate;

  public SuspectedDumpRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.plate = vehicle.plate();
  }

  @Override
  public void step(TripEvent e, Instant decided, AlertSink out) {
    SuspectStay s = e.type() == TripEvent.Type.ENDED ? e.trip().suspect() : null;
    if (s == null) {
      return;
    }
    Stay stay = s.stay();
    out.raise(
        new AlertDraft("M02", plate, rules.version(), stay.start(), decided)
            .at(
                rules.plane().longitude(stay.x(), stay.y()),
                rules.plane().latitude(stay.x(), stay.y()))
            .trip(e.trip().id())
            .permit(e.trip().permitId())
            .severity(3)
            .grade(Grade.C)
            .measured(s.score(), rules.parameters().get(Parameter.SUSPECT_EMIT), "")
            .because("f1 back at a site, no end place", decided.toString())
            .because("f2 beside no road", String.valueOf(s.offRoad()), s.offRoad())
            .because("f3 turned or reversed there", String.valueOf(s.turned()), s.turned())
            .because("f4 stayed there before", String.valueOf(s.repeated()), s.repeated())
            .because("f6 at night", String.valueOf(s.night()), s.night())
            .end(stay.end())
            .build());
  }
}
