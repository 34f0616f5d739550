package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.SensorHealth.Fault;
import io.qingtu.route.trip.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** M03 未密闭: driving loaded with the cover open. */
public final class UncoveredRule implements Detector.OfMoments {
  private final RuleSet rules;
  private final Parameters p;
  private final String plate;
  private final AlertSeries series;
  private Instant start;
  private CleanFix first;
  private double metres;
  private Instant lastOpen;
  private Instant closedSince;
  private AlertDraft draft;

  /** Raised since the switch was last seen to close, and the last one before that. */
  private final List<AlertDraft> unproved = new ArrayList<>();

  public UncoveredRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.p = rules.parameters();
    this.plate = vehicle.plate();
    this.series = new AlertSeries("M03", rules, vehicle);
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    retractOnFault(m, out);
    Cover cover = m.sensors().cover();
    boolean open = cover == Cover.OPEN || cover == Cover.PARTIAL;
    boolean loaded = m.load().loaded(p.get(Parameter.CONF_MIN));
    if (start != null) {
      boolean inside = hasEntered(m.visit()) || hasEntered(m.yard());
      boolean over = m.gap() != null || cover == Cover.UNKNOWN || !loaded || inside;
      if (over || draft == null && open && !clearOfPlaces(m)) {
        stop(lastOpen, out);
      } else if (open) {
        goOn(m, out);
      } else {
        closed(m.time(), out);
      }
    }
    if (start == null
        && open
        && loaded
        && m.fix().speedKmh() >= p.get(Parameter.V_COV)
        && clearOfPlaces(m)) {
      start = m.time();
      first = m.fix();
      metres = 0;
      lastOpen = start;
      closedSince = null;
    }
  }

  /**
   * The site that it left before it began is not entered, though its exit is pending; in an end
   * place the load may have come off until the exit says so.
   */
  private boolean hasEntered(Visit v) {
    return v != null
        && v.exit() == null
        && (v.enter().isAfter(start) || v.place().kind().isEndPlace());
  }

  private void goOn(Moment m, AlertSink out) {
    closedSince = null;
    metres += m.stepMetres();
    lastOpen = m.time();
    long seconds = Duration.between(start, lastOpen).toSeconds();
    double enough = p.get(Parameter.COV_M) - p.get(Parameter.WAY_ERROR_M);
    if (seconds < p.get(Parameter.T_COV) || metres < enough) {
      return;
    }
    if (draft == null) {
      draft = series.begin(start, m.time(), first, m.trip());
      if (!unproved.contains(draft)) {
        unproved.add(draft);
      }
    }
    double kmh = metres / seconds * 3.6;
    boolean small =
        seconds < p.get(Parameter.COV_SERIOUS_S) && metres < p.get(Parameter.COV_SERIOUS_M);
    int severity = (small ? 2 : 3) + (kmh >= p.get(Parameter.COV_FAST_KMH) ? 1 : 0);
    draft
        .severity(Math.max(draft.severity(), severity))
        .grade(cameraAgrees() ? Grade.A : Grade.B)
        .measured(seconds, p.get(Parameter.T_COV), "s")
        .because("cover", m.sensors().cover().name())
        .because("load confidence ≥ conf_min", m.load().confidence() + " from " + m.load().source())
        .because("travelled ≥ " + p.get(Parameter.COV_M) + " m", Math.round(metres) + " m")
        .because("mean speed", Math.round(kmh) + " km/h");
    out.raise(draft.build());
  }

  private void closed(Instant now, AlertSink out) {
    if (closedSince == null) {
      closedSince = now;
      unproved.subList(0, Math.max(0, unproved.size() - 1)).clear();
    }
    if (draft == null
        || Duration.between(closedSince, now).toSeconds() >= p.get(Parameter.CLOSED_S)) {
      stop(closedSince, out);
    }
  }

  private void stop(Instant at, AlertSink out) {
    if (draft != null) {
      out.raise(draft.end(at).build());
      draft = null;
    }
    start = null;
  }

  /** A cover that turns out to flap or to stick has proved nothing while it did. */
  private void retractOnFault(Moment m, AlertSink out) {
    Fault fault = m.health().findFault(SensorKind.COVER);
    if (fault == null || unproved.isEmpty()) {
      return;
    }
    for (AlertDraft d : unproved) {
      if (!d.start().isBefore(fault.since())) {
        d.end(d == draft ? lastOpen : d.end()).status(AlertStatus.RETRACTED, "sensor_fault");
        out.raise(d.build());
        if (d == draft) {
          draft = null;
          start = null;
        }
      }
    }
    unproved.clear();
    series.forget();
  }

  private boolean cameraAgrees() {
    Duration around = Duration.ofMillis(p.millis(Parameter.CAMERA_S));
    return rules.gates().sawOpenCover(plate, draft.start().minus(around), lastOpen.plus(around));
  }

  private boolean clearOfPlaces(Moment m) {
    double free = p.get(Parameter.GATE_FREE);
    List<Fenced> near = rules.places().near(m.fix().x(), m.fix().y());
    for (Fenced f : near) {
      PlaceKind kind = f.place().kind();
      boolean gate = kind == PlaceKind.SITE || kind.isEndPlace();
      if (!kind.isZone()
          && f.place().validity().contains(m.time())
          && f.polygon().isWithin(m.fix().x(), m.fix().y(), gate ? free : 0)) {
        return false;
      }
    }
    return true;
  }
}
