package io.qingtu.route.rule;

import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Identity;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleOrder;
import io.qingtu.route.track.CleanFix;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * D07 车机分离, ways (a) and (b): the terminal registers with another plate, or its card or radio is
 * another one than before. While an order to fit or exchange it is in force nothing is wrong.
 */
public final class IdentityRule implements Detector.OfMoments, Detector.OfTime {
  private final RuleSet rules;
  private final String plate;
  private final List<Identity> shown;
  private final Map<Identity.Kind, String> known = new EnumMap<>(Identity.Kind.class);
  private final AlertSeries series;
  private int next;
  private CleanFix lastFix;

  public IdentityRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.plate = vehicle.plate();
    this.series = new AlertSeries("D07", rules, vehicle);
    this.shown = rules.identities().ofTerminal(plate);
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    lastFix = m.fix();
    advance(m.time(), out);
  }

  @Override
  public void advance(Instant time, AlertSink out) {
    while (next < shown.size() && !shown.get(next).time().isAfter(time)) {
      judge(shown.get(next++), out);
    }
  }

  @Override
  public void finish(Instant periodEnd, AlertSink out) {
    advance(periodEnd, out);
  }

  private void judge(Identity i, AlertSink out) {
    String before =
        i.kind() == Identity.Kind.REGISTERED_PLATE
            ? plate
            : known.getOrDefault(i.kind(), i.value());
    known.put(i.kind(), i.value());
    if (i.value().equals(before)
        || rules.orders().inForce(plate, VehicleOrder.Kind.INSTALL, i.time())) {
      return;
    }
    boolean other = i.kind() == Identity.Kind.REGISTERED_PLATE;
    out.raise(
        series
            .begin(i.time(), i.time(), lastFix, null)
            .end(i.time())
            .severity(3)
            .grade(Grade.B)
            .reason(other ? "other_plate" : "other_card")
            .because(i.kind().name(), i.value())
            .because(other ? "bound to" : i.kind().name() + " before", before)
            .because("order to fit or exchange the terminal", "none in force")
            .build());
  }
}
