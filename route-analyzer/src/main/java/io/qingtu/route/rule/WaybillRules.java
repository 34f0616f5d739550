package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Waybill;
import io.qingtu.route.trip.GateBook;
import io.qingtu.route.trip.LooseWaybill;
import io.qingtu.route.trip.Trip;
import io.qingtu.route.trip.WaybillMatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * M06d 无联单, a loaded trip without a waybill, and P06 有单无车, a waybill without a trip. The catalogue
 * gives a ghost no severity: it is 3, for the paper is false. Where a gate camera saw the vehicle,
 * the trip was made and the track is in doubt: no ghost.
 */
public final class WaybillRules {
  private final RuleSet rules;

  public WaybillRules(RuleSet rules) {
    this.rules = rules;
  }

  /**
   * @param asOf event time up to which data have come; papers may be filed late: until then an
   *     alert is a candidate
   */
  public List<Alert> judge(Collection<Trip> trips, Collection<LooseWaybill> loose, Instant asOf) {
    List<Alert> alerts = new ArrayList<>();
    for (Trip t : trips) {
      boolean over = t.endKind() != Trip.EndKind.UNDER_WAY && t.endTime() != null;
      if (over && t.waybillMatch().equals(WaybillMatch.NO_WAYBILL)) {
        alerts.add(settle(withoutWaybill(t), t.outTime(), asOf));
      }
    }
    for (LooseWaybill w : loose) {
      if (w.finding() == LooseWaybill.Finding.GHOST && !wasSeen(w.waybill())) {
        alerts.add(ghost(w.waybill()).build());
      }
    }
    return alerts;
  }

  private AlertDraft withoutWaybill(Trip t) {
    AlertDraft d =
        new AlertDraft("M06d", t.plate(), rules.version(), t.outTime(), t.endTime())
            .end(t.endTime())
            .severity(2)
            .grade(t.grade() == Grade.C ? Grade.C : Grade.B)
            .trip(t.id())
            .permit(t.permitId())
            .because("loaded trip", t.outTime() + " to " + t.endTime() + ", " + t.endKind())
            .because("waybill of this plate that fits", "none");
    return rules.locate(d, t.siteId());
  }

  private Alert settle(AlertDraft d, Instant begun, Instant asOf) {
    Instant settled = begun.plusMillis(rules.parameters().millis(Parameter.PERMIT_LAG_S));
    return asOf.isBefore(settled) ? d.status(AlertStatus.CANDIDATE, "").build() : d.build();
  }

  private AlertDraft ghost(Waybill w) {
    Instant start = w.scanOut() == null ? w.scanIn() : w.scanOut();
    Instant end = w.scanIn() == null ? w.scanOut() : w.scanIn();
    boolean watched = watched(w.siteId(), start) || watched(w.disposalId(), end);
    double minutes = rules.parameters().get(Parameter.GHOST_S) / 60;
    AlertDraft d =
        new AlertDraft("P06", w.plate(), rules.version(), start, end)
            .end(end)
            .severity(3)
            .grade(watched ? Grade.A : Grade.B)
            .because("waybill scanned", w.id() + ", " + w.scanOut() + " and " + w.scanIn())
            .because("no trip within " + Math.round(minutes) + " min", "terminal online")
            .because("gate camera saw nothing", String.valueOf(watched), watched);
    return rules.locate(d, w.siteId());
  }

  private boolean wasSeen(Waybill w) {
    return captured(w.plate(), w.siteId(), w.scanOut())
        || captured(w.plate(), w.disposalId(), w.scanIn());
  }

  private boolean captured(String plate, String placeId, Instant scan) {
    long around = rules.parameters().millis(Parameter.GHOST_S);
    return scan != null
        && rules.gates().captures(plate, scan.minusMillis(around), scan.plusMillis(around)).stream()
            .anyMatch(e -> e.placeId().equals(placeId));
  }

  /** Whether the place's cameras worked: they saw somebody before and after, within a day. */
  private boolean watched(String placeId, Instant t) {
    GateBook gates = rules.gates();
    long day = rules.parameters().millis(Parameter.CAMERA_ALIVE_S);
    return gates.sawAnybody(placeId, t.minusMillis(day), t)
        && gates.sawAnybody(placeId, t, t.plusMillis(day));
  }
}
