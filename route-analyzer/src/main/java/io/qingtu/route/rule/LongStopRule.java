package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Shift;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.StayMachine;
import io.qingtu.route.track.StayMachine.Stay;
import io.qingtu.route.track.Switch;
import java.time.LocalDate;
import java.util.Optional;

/**
 * S09 长时间停留: stays long outside every known place while its shift is open. The first stay of a
 * shift that would count is the meal break, and free while it lasts no longer than one: of a longer
 * one the whole counts. Traffic needs no test: no jam stands still for half an hour within 50 m.
 */
public final class LongStopRule implements Detector.OfMoments {
  private final Parameters p;
  private final boolean known;
  private final Shift shift;
  private final AlertSeries series;
  private StayMachine stays;
  private LocalDate day;
  private boolean eaten;
  private AlertDraft draft;
  private CleanFix first;

  public LongStopRule(RuleSet rules, Vehicle vehicle) {
    this.p = rules.parameters();
    this.known = !rules.sanitation().duties().of(vehicle).isEmpty();
    this.shift = rules.sanitation().duties().shift(vehicle, p);
    this.series = new AlertSeries("S09", rules, vehicle);
    this.stays = new StayMachine(p);
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    if (!known) {
      return;
    }
    boolean outside = m.visit() == null && m.yard() == null && !works(m);
    Optional<LocalDate> open = outside ? shift.dayOf(m.time()) : Optional.empty();
    boolean counts = open.isPresent();
    if (m.gap() != null || !counts) {
      endStay(stays.current());
      stays = stays.start() == null ? stays : new StayMachine(p);
    }
    if (!counts) {
      return;
    }
    if (!open.get().equals(day)) {
      day = open.get();
      eaten = false;
    }
    Stay ended = stays.accept(m.fix());
    if (ended != null) {
      endStay(ended);
    }
    Stay now = stays.current();
    first = now.start().equals(m.time()) ? m.fix() : first;
    double limit = p.get(eaten ? Parameter.STOP_S : Parameter.MEAL_S);
    if (now.duration().toMillis() >= limit * 1000 && now.end().equals(m.time())) {
      raise(now, limit, out);
    }
  }

  private static boolean works(Moment m) {
    return m.sensors().brush() == Switch.ON || m.sensors().pump() == Switch.ON;
  }

  private void endStay(Stay stay) {
    if (stay != null && stay.duration().toMillis() >= p.millis(Parameter.STOP_S)) {
      eaten = true;
    }
    draft = null;
  }

  private void raise(Stay stay, double limit, AlertSink out) {
    if (draft == null) {
      draft = series.begin(stay.start(), stay.end(), first, null);
    }
    double seconds = stay.duration().toSeconds();
    out.raise(
        draft
            .reopen()
            .end(stay.end())
            .severity(seconds >= p.get(Parameter.MEAL_S) ? 2 : 1)
            .grade(Grade.B)
            .measured(seconds, limit, "s")
            .because("shift open", day.toString())
            .because("outside every known place", "yes")
            .because("meal break of the shift", eaten ? "taken before" : "exceeded")
            .because("stay ≥ limit", Math.round(seconds) + " ≥ " + Math.round(limit) + " s")
            .build());
  }
}
