package io.qingtu.route.rule;

import io.qingtu.route.geo.Spots;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.IncidentReport;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.trip.SuspectStay;
import io.qingtu.route.trip.VehicleStay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the city knows of the spot of a suspected dump: candidates of other trips, reports of
 * people, other trucks. Trucks of the same permit are those that load at the same site: a permit
 * names one truck here.
 */
final class DumpEvidence {
  private final RuleSet rules;
  private final Parameters p;
  private final Spots<SuspectStay> candidates;
  private final Collection<VehicleStay> stays;
  private final DailyHours night;

  DumpEvidence(RuleSet rules, List<SuspectStay> candidates, Collection<VehicleStay> stays) {
    this.rules = rules;
    this.p = rules.parameters();
    this.candidates = new Spots<>(p.get(Parameter.SUSPECT_AGAIN_M));
    candidates.forEach(c -> this.candidates.add(c.stay().x(), c.stay().y(), c));
    this.stays = stays;
    this.night = p.hours(Parameter.NIGHT_FROM_H, Parameter.NIGHT_TO_H);
  }

  boolean isAtNight(SuspectStay s) {
    return night.contains(s.stay().start());
  }

  /** f4: plates and trips that had a candidate there within a week; empty where none had. */
  Set<String> sameSpot(SuspectStay s) {
    Duration within = Duration.ofDays((long) p.get(Parameter.SUSPECT_AGAIN_DAYS));
    Set<String> others = new TreeSet<>();
    for (SuspectStay o : candidates.near(s.stay().x(), s.stay().y())) {
      boolean otherTrip = !o.stay().tripId().equals(s.stay().tripId());
      boolean related = o.stay().plate().equals(s.stay().plate()) || o.siteId().equals(s.siteId());
      Duration apart = Duration.between(o.stay().start(), s.stay().start()).abs();
      if (otherTrip && related && apart.compareTo(within) <= 0) {
        others.add(o.stay().tripId());
      }
    }
    return others;
  }

  /** f5: hot spots, and what was reported around there within a month, before or after. */
  List<IncidentReport> reports(SuspectStay s) {
    Duration within = Duration.ofDays((long) p.get(Parameter.HOT_DAYS));
    List<IncidentReport> near = new ArrayList<>();
    for (IncidentReport r : rules.plan().records().reports()) {
      boolean counts = r.kind() == IncidentReport.Kind.HOTSPOT || isWithin(r, s, within);
      if (counts && metres(r, s) <= p.get(Parameter.HOT_M)) {
        near.add(r);
      }
    }
    return near;
  }

  /** Whether somebody or a camera found something there at about that time: an outside source. */
  boolean isBackedBy(IncidentReport r, SuspectStay s) {
    return r.kind() != IncidentReport.Kind.HOTSPOT
        && isWithin(r, s, Duration.ofMillis(p.millis(Parameter.REPORT_S)));
  }

  /** Plates of other trucks that stayed there while it did. */
  Set<String> othersThere(SuspectStay s) {
    Set<String> plates = new TreeSet<>();
    for (VehicleStay o : stays) {
      if (!o.plate().equals(s.stay().plate())
          && o.overlap(s.stay()).compareTo(Duration.ZERO) > 0
          && o.distanceTo(s.stay()) <= p.get(Parameter.SUSPECT_AGAIN_M)) {
        plates.add(o.plate());
      }
    }
    return plates;
  }

  /** Stays of the same truck around there from which it went on to an end place, in order. */
  List<VehicleStay> rests(SuspectStay s) {
    List<VehicleStay> rests = new ArrayList<>();
    for (SuspectStay o : candidates.near(s.stay().x(), s.stay().y())) {
      boolean own = o.stay().plate().equals(s.stay().plate());
      if (own && o.isFinal() && !o.returned()) {
        rests.add(o.stay());
      }
    }
    rests.sort(Comparator.comparing(VehicleStay::start));
    return rests;
  }

  private double metres(IncidentReport r, SuspectStay s) {
    return Math.hypot(
        rules.plane().x(r.longitude(), r.latitude()) - s.stay().x(),
        rules.plane().y(r.longitude(), r.latitude()) - s.stay().y());
  }

  private static boolean isWithin(IncidentReport r, SuspectStay s, Duration d) {
    return !r.time().isBefore(s.stay().start().minus(d))
        && !r.time().isAfter(s.stay().end().plus(d));
  }
}
