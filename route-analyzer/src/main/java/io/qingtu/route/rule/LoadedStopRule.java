package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.StayMachine;
import io.qingtu.route.track.StayMachine.Stay;
import io.qingtu.route.trip.LoadEstimate;
import io.qingtu.route.trip.OpenTrip;
import io.qingtu.route.trip.PlaceAprons;
import java.time.Duration;
import java.time.Instant;

/**
 * M13 重车异常停留: a loaded truck stays somewhere on its way. A prompt to the dispatcher to call the
 * driver, nothing more. What a gap hides is no stay; a jam is known only to the city ({@link
 * Traffic}).
 */
public final class LoadedStopRule implements Detector.OfMoments {
  private final RuleSet rules;
  private final Parameters p;
  private final AlertSeries series;
  private final PlaceAprons places;
  private StayMachine stays;
  private OpenTrip trip;
  private Instant last;
  private AlertDraft draft;

  public LoadedStopRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.p = rules.parameters();
    this.series = new AlertSeries("M13", rules, vehicle);
    this.places = new PlaceAprons(rules.places(), p);
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    boolean counts =
        m.trip() != null && m.trip().inTransit() && m.visit() == null && m.yard() == null;
    if (!counts || m.gap() != null || m.trip() != trip) {
      end(out);
      trip = m.trip();
      stays = null;
    }
    if (!counts) {
      return;
    }
    if (stays == null) {
      stays = new StayMachine(p);
    }
    if (stays.accept(m.fix()) != null) {
      end(out);
    }
    last = m.time();
    long stood = stays.millis();
    if (draft == null && stood >= p.millis(Parameter.LOADED_STOP_S)) {
      begin(stays.current(), m, out);
    } else if (draft != null
        && draft.severity() == 1
        && stood >= p.millis(Parameter.LOADED_STOP_LONG_S)) {
      out.raise(measured(stood).severity(2).build());
    }
  }

  private void begin(Stay stay, Moment m, AlertSink out) {
    if (!places.isClear(stay.x(), stay.y(), stay.start())) {
      return;
    }
    LoadEstimate load = m.load();
    boolean seen =
        load.source() == LoadEstimate.Source.SENSOR || load.source() == LoadEstimate.Source.CAMERA;
    draft = series.begin(stay.start(), m.time(), m.fix(), m.trip());
    draft
        .at(rules.plane().longitude(stay.x(), stay.y()), rules.plane().latitude(stay.x(), stay.y()))
        .severity(Math.max(1, draft.severity()))
        .grade(seen ? Grade.B : Grade.C)
        .because("loaded", load.toString());
    NearPlaces.trace(draft, rules, stay.x(), stay.y(), stay.start());
    out.raise(measured(stay.duration().toMillis()).build());
  }

  private AlertDraft measured(long millis) {
    long minutes = Duration.ofMillis(millis).toMinutes();
    return draft
        .measured(minutes, p.get(Parameter.LOADED_STOP_S) / 60, "min")
        .because("stay ≥ loaded_stop", minutes + " min");
  }

  private void end(AlertSink out) {
    if (draft != null) {
      out.raise(draft.end(last).build());
      draft = null;
    }
  }
}
