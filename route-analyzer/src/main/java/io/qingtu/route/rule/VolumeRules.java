package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.Waybill;
import io.qingtu.route.trip.Trip;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was carried under a permit against what it allows: M06g 超核准方量 where it is clearly more, and
 * P02, a note, where a permit has run out and clearly less was carried: the rest went elsewhere, or
 * nowhere. A trip counts with the quantity of its waybill, else with the rated load of its truck.
 */
public final class VolumeRules {
  private final RuleSet rules;
  private final Parameters p;
  private final Map<String, Vehicle> vehicles = new HashMap<>();
  private final Map<String, Waybill> waybills = new HashMap<>();

  public VolumeRules(RuleSet rules) {
    this.rules = rules;
    this.p = rules.parameters();
    rules.plan().vehicles().forEach(v -> vehicles.put(v.plate(), v));
    rules.plan().waybills().forEach(w -> waybills.put(w.id(), w));
  }

  /**
   * @param periodStart from when on trips are known: only a permit that began later can lack some
   */
  public List<Alert> judge(Collection<Trip> trips, Instant periodStart, Instant asOf) {
    Map<String, List<Trip>> byPermit = new TreeMap<>();
    for (Trip t : trips) {
      boolean over = t.endKind() != Trip.EndKind.UNDER_WAY && t.endTime() != null;
      if (over && !t.permitId().isEmpty()) {
        byPermit.computeIfAbsent(t.permitId(), k -> new ArrayList<>()).add(t);
      }
    }
    List<Alert> alerts = new ArrayList<>();
    for (Permit permit : rules.plan().permits()) {
      if (permit.approvedM3() > 0) {
        List<Trip> own = new ArrayList<>(byPermit.getOrDefault(permit.id(), List.of()));
        own.sort(Comparator.comparing(Trip::outTime).thenComparing(Trip::id));
        judge(permit, own, periodStart, asOf, alerts);
      }
    }
    return alerts;
  }

  private void judge(
      Permit permit, List<Trip> trips, Instant periodStart, Instant asOf, List<Alert> alerts) {
    double most = permit.approvedM3() * p.get(Parameter.VOLUME_OVER);
    double sum = 0;
    Trip crossing = null;
    for (Trip t : trips) {
      sum += cubicMetres(t);
      crossing = crossing == null && sum > most ? t : crossing;
    }
    Instant from = permit.validity().from();
    Instant to = permit.validity().to();
    boolean whole = !from.equals(Instant.MIN) && !from.isBefore(periodStart) && !asOf.isBefore(to);
    if (crossing != null) {
      Trip last = trips.get(trips.size() - 1);
      alerts.add(
          draft("M06g", permit, crossing.plate(), crossing.outTime(), crossing.endTime(), sum)
              .end(last.endTime())
              .trip(crossing.id())
              .severity(2)
              .because("trips under the permit", String.valueOf(trips.size()))
              .build());
    } else if (whole && sum < permit.approvedM3() * p.get(Parameter.VOLUME_UNDER)) {
      alerts.add(
          draft("P02", permit, permit.plate(), from, to, sum)
              .end(to)
              .severity(1)
              .because("the permit has run out", to.toString())
              .because("trips under the permit", String.valueOf(trips.size()))
              .build());
    }
  }

  private AlertDraft draft(
      String rule, Permit permit, String plate, Instant start, Instant decided, double sum) {
    return new AlertDraft(rule, plate, rules.version(), start, decided)
        .permit(permit.id())
        .place(permit.siteId())
        .grade(Grade.C)
        .measured(Math.round(sum), permit.approvedM3(), "m³");
  }

  private double cubicMetres(Trip t) {
    Waybill w = waybills.get(t.waybillId());
    Vehicle v = vehicles.get(t.plate());
    double tonnes = w == null ? Double.NaN : w.quantityT();
    if (!(tonnes > 0)) {
      tonnes = v == null ? Double.NaN : v.ratedLoadT();
    }
    return (tonnes > 0 ? tonnes : p.get(Parameter.RATED_T)) / p.get(Parameter.DENSITY);
  }
}
