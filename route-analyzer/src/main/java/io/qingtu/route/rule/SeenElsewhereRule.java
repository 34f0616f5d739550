package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.GateEvent;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.track.CleanFix;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * D06 疑似位置造假, way (e), and D07 车机分离, way (d): a gate camera sees the plate where its terminal
 * cannot have been. Sightings that follow each other without one that agrees with the terminal are
 * one event. A track with a hole at that time proves nothing, but a plate that cameras see again
 * and again without a track, and elsewhere as well, has left its terminal.
 */
public final class SeenElsewhereRule implements Detector.OfMoments {
  private final RuleSet rules;
  private final Parameters p;
  private final String plate;
  private final List<GateEvent> captures;
  private final AlertSeries movedSeries;
  private final Duration around;
  private final ArrayDeque<CleanFix> recent = new ArrayDeque<>();
  private final ArrayDeque<Instant> unseen = new ArrayDeque<>();
  private int next;
  private AlertDraft draft;
  private Instant lastElsewhere;

  public SeenElsewhereRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.p = rules.parameters();
    this.plate = vehicle.plate();
    this.captures = new ArrayList<>(rules.gates().captures(plate, Instant.MIN, Instant.MAX));
    captures.removeIf(
        e ->
            e.confidence() < p.get(Parameter.SEEN_CONFIDENCE)
                || rules.places().find(e.placeId()) == null
                || rules.orders().inForce(plate, VehicleOrder.Kind.INSTALL, e.time()));
    this.movedSeries = new AlertSeries("D07", rules, vehicle);
    this.around = Duration.ofMillis(p.millis(Parameter.SEEN_S));
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    if (next == captures.size()) {
      return;
    }
    recent.addLast(m.fix());
    while (next < captures.size() && !m.time().isBefore(captures.get(next).time().plus(around))) {
      judge(captures.get(next++), m, out);
    }
    // one fix before the time of the next capture is needed to know where it came from
    Instant needed =
        next == captures.size() ? Instant.MAX : captures.get(next).time().minus(around);
    while (recent.size() > 1 && !second().isAfter(needed)) {
      recent.removeFirst();
    }
  }

  private Instant second() {
    var fixes = recent.iterator();
    fixes.next();
    return fixes.next().time();
  }

  private void judge(GateEvent e, Moment m, AlertSink out) {
    Fenced gate = rules.places().find(e.placeId());
    double nearest = Double.MAX_VALUE;
    boolean possible = recent.peekFirst().time().isAfter(e.time().minus(around));
    CleanFix at = null;
    CleanFix before = null;
    for (CleanFix fix : recent) {
      double metres = gate.polygon().distance(fix.x(), fix.y());
      boolean inTime = Duration.between(e.time(), fix.time()).abs().compareTo(around) <= 0;
      if (inTime && metres < nearest) {
        nearest = metres;
        at = fix;
      }
      possible |= before != null && overlaps(before, fix, e) && reachable(before, fix, gate);
      before = fix;
    }
    if (at == null) {
      unseen.addLast(e.time());
    } else if (nearest < p.get(Parameter.SEEN_M)) {
      draft = null;
    } else if (!possible) {
      elsewhere(e, at, nearest, m, out);
    }
    judgeMoved(e, m, out);
  }

  private boolean overlaps(CleanFix a, CleanFix b, GateEvent e) {
    return b.time().isAfter(e.time().minus(around)) && a.time().isBefore(e.time().plus(around));
  }

  /**
   * Whether any vehicle could have been at the gate between two fixes, as near as one that agrees:
   * fixes that are rarer must not make out of a passage a vehicle that was elsewhere.
   */
  private boolean reachable(CleanFix a, CleanFix b, Fenced gate) {
    double metres = away(a, gate) + away(b, gate);
    return metres <= p.get(Parameter.VMAX_TRUCK) / 3.6 * b.secondsSince(a);
  }

  /** How far beyond where it would agree, m. */
  private double away(CleanFix fix, Fenced gate) {
    return Math.max(0, gate.polygon().distance(fix.x(), fix.y()) - p.get(Parameter.SEEN_M));
  }

  private void elsewhere(GateEvent e, CleanFix at, double metres, Moment m, AlertSink out) {
    boolean goesOn =
        draft != null
            && Duration.between(lastElsewhere, e.time()).toMillis()
                <= p.millis(Parameter.SEEN_JOIN_S);
    if (!goesOn) {
      double limit = p.get(Parameter.SEEN_M);
      draft =
          new AlertDraft("D06", plate, rules.version(), e.time(), m.time())
              .at(at.position().longitude(), at.position().latitude())
              .severity(4)
              .grade(Grade.A)
              .reason("seen_elsewhere")
              .place(e.placeId())
              .measured(Math.round(metres), limit, "m")
              .because("camera " + e.cameraId() + " read the plate", "confidence " + e.confidence())
              .because("nearest fix within seen_s", Math.round(metres) + " m from the gate")
              .because("the gate could be reached between two fixes", "no");
    } else {
      draft.because("camera " + e.cameraId() + " saw it again", e.time().toString());
    }
    lastElsewhere = e.time();
    out.raise(draft.end(e.time()).build());
  }

  private void judgeMoved(GateEvent e, Moment m, AlertSink out) {
    Instant since = e.time().minus(Duration.ofDays((long) p.get(Parameter.MOVED_DAYS)));
    while (!unseen.isEmpty() && unseen.peekFirst().isBefore(since)) {
      unseen.removeFirst();
    }
    boolean both =
        unseen.size() >= p.get(Parameter.MOVED_UNSEEN)
            && lastElsewhere != null
            && !lastElsewhere.isBefore(since);
    if (!both) {
      return;
    }
    Instant first = lastElsewhere.isBefore(unseen.peekFirst()) ? lastElsewhere : unseen.peekFirst();
    out.raise(
        movedSeries
            .begin(first, m.time(), m.fix(), null)
            .end(e.time())
            .severity(3)
            .grade(Grade.B)
            .reason("camera")
            .because("seen by cameras without a track", unseen.size() + " times")
            .because("seen away from its track", lastElsewhere.toString())
            .build());
    unseen.clear();
    lastElsewhere = null;
  }
}
