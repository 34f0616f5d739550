package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.geo.SegmentGrid.Hit;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.trip.TripEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * M12 停运期间运输: a trip that begins or goes on while a stop order is in force, from an hour after it
 * was made known. An order that names segments concerns the road on and near them, another the
 * whole city; vehicles under an emergency order are exempt.
 */
public final class StopOrderRule implements Detector.OfSteps, Detector.OfMoments, Detector.OfTime {
  /** An order with the time from which it binds. */
  private record Binding(Exemption order, Instant from, Instant to) {
    boolean inForce(Instant t) {
      return !t.isBefore(from) && t.isBefore(to);
    }
  }

  private final RuleSet rules;
  private final Parameters p;
  private final String plate;
  private final AlertSeries series;
  private final List<Binding> orders = new ArrayList<>();
  private Binding broken;
  private Instant start;
  private CleanFix first;
  private Instant last;
  private AlertDraft draft;

  public StopOrderRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.p = rules.parameters();
    this.plate = vehicle.plate();
    this.series = new AlertSeries("M12", rules, vehicle);
    for (Exemption e : rules.plan().exemptions()) {
      if (e.kind() == Exemption.Kind.STOP_ORDER) {
        orders.add(new Binding(e, bindsFrom(e), e.period().to()));
      }
    }
  }

  private Instant bindsFrom(Exemption e) {
    Instant from = e.period().from();
    if (e.publishedAt() == null) {
      return from;
    }
    Instant noticed = e.publishedAt().plusMillis(p.millis(Parameter.ORDER_NOTICE_S));
    return noticed.isAfter(from) ? noticed : from;
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    if (orders.isEmpty()) {
      return;
    }
    boolean loaded = m.trip() != null && m.trip().inTransit();
    Binding now = loaded ? breaks(m) : null;
    if (now == null) {
      stop(out);
      return;
    }
    Instant begun = m.trip().outTime();
    if (start == null) {
      // an exit is decided a minute after it happened: the order counts as it stood then
      boolean born = isBorn(m) && now.inForce(begun);
      start = born ? begun : m.time();
      first = m.fix();
    }
    broken = now;
    last = m.time();
    if (!last.equals(start)) {
      raise(m, out);
    }
  }

  @Override
  public void step(TripEvent e, Instant decided, AlertSink out) {
    if (e.type() == TripEvent.Type.ENDED && draft != null) {
      out.raise(draft.end(e.at()).build());
      draft = null;
      start = null;
    }
  }

  @Override
  public void finish(Instant periodEnd, AlertSink out) {
    if (broken != null && !broken.inForce(periodEnd)) {
      stop(out);
    }
  }

  private void raise(Moment m, AlertSink out) {
    if (draft == null) {
      draft =
          series
              .begin(start, m.time(), first, m.trip())
              .severity(3)
              .grade(Grade.B)
              .segments(broken.order.segmentIds().stream().sorted().toList())
              .because("stop order in force", broken.from + " to " + broken.to)
              .because("approved by", broken.order.approvedBy())
              .because("loaded trip", m.trip().id());
      out.raise(draft.build());
    }
  }

  private void stop(AlertSink out) {
    if (draft != null) {
      out.raise(draft.end(last).build());
    }
    draft = null;
    start = null;
    broken = null;
  }

  private static boolean isBorn(Moment m) {
    for (TripEvent e : m.events()) {
      if (e.type() == TripEvent.Type.BORN) {
        return true;
      }
    }
    return false;
  }

  /**
   * The order that the vehicle breaks at this fix; null where none. A trip's begin needs no speed.
   */
  private Binding breaks(Moment m) {
    boolean driving = m.fix().speedKmh() > p.get(Parameter.ORDER_KMH);
    for (Binding b : orders) {
      boolean counts = driving || start != null || isBorn(m);
      if (counts
          && b.inForce(m.time())
          && !rules.orders().inForce(plate, VehicleOrder.Kind.EMERGENCY, m.time())
          && concerns(b.order, m.fix())) {
        return b;
      }
    }
    return null;
  }

  private boolean concerns(Exemption order, CleanFix fix) {
    if (order.segmentIds().isEmpty()) {
      return true;
    }
    for (Hit hit : rules.roads().near(fix.x(), fix.y(), p.get(Parameter.ROAD_MATCH_M))) {
      if (order.segmentIds().contains(hit.segment().id())) {
        return true;
      }
    }
    return false;
  }
}
