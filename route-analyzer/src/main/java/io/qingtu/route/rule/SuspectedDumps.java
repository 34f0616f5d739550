package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Condition;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.IncidentReport;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.trip.SuspectStay;
import io.qingtu.route.trip.Trip;
import io.qingtu.route.trip.VehicleStay;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * M02 疑似倾倒: where a truck without sensors may have dumped its load, scored with what its own track
 * and the whole city say. One alert a trip, at its most suspicious stay; the return that it
 * explains (M07 unexplained) is part of it. A candidate while the trip is under way. Reports of
 * citizens, patrols and cameras within 150 m and twelve hours make it grade B.
 */
public final class SuspectedDumps {
  private static final Comparator<SuspectedDump> ORDER =
      Comparator.comparing(SuspectedDump::start).thenComparing(SuspectedDump::plate);

  private record Scored(SuspectStay stay, SuspectedDump dump, boolean backed) {}

  private final RuleSet rules;
  private final Parameters p;
  private final DumpEvidence evidence;
  private final List<SuspectedDump> listed = new ArrayList<>();
  private final List<RestPlace> rests = new ArrayList<>();

  /** The stay that explains each trip which has one; by trip. */
  private final Map<String, Scored> worst = new HashMap<>();

  /** What else may explain a trip; by trip. */
  private final Map<String, List<SuspectedDump>> others = new HashMap<>();

  /**
   * @param suspects candidates of all trucks, in any order
   * @param stays of all trucks, in any order
   */
  public SuspectedDumps(
      RuleSet rules,
      Collection<SuspectStay> suspects,
      Collection<VehicleStay> stays,
      Traffic traffic) {
    this.rules = rules;
    this.p = rules.parameters();
    List<SuspectStay> candidates = new ArrayList<>();
    for (SuspectStay s : suspects) {
      if (!traffic.explains(s.stay())) {
        candidates.add(s);
      }
    }
    Comparator<SuspectStay> order = Comparator.comparing(s -> s.stay().start());
    candidates.sort(order.thenComparing(s -> s.stay().plate()));
    this.evidence = new DumpEvidence(rules, candidates, stays);
    for (SuspectStay s : candidates) {
      weigh(s);
    }
    listed.sort(ORDER);
  }

  /** Everything from {@code m02_watch} on, in order of time. */
  public List<SuspectedDump> listed() {
    return List.copyOf(listed);
  }

  /** Spots that trucks have taught to be harmless. */
  public List<RestPlace> restPlaces() {
    return List.copyOf(rests);
  }

  /**
   * The alerts with M02; returns to a site that M02 explains are left out, others name the stays at
   * which it might have been.
   */
  public List<Alert> judge(List<Alert> alerts) {
    List<Alert> judged = new ArrayList<>();
    for (Alert a : alerts) {
      if (!a.rule().equals("M07") || !a.reason().equals("unexplained")) {
        judged.add(a);
      } else if (!explains(a.tripId())) {
        judged.add(withCandidates(a));
      }
    }
    worst.values().forEach(w -> judged.add(alert(w)));
    return judged;
  }

  /** The trips; one whose return M02 explains has ended elsewhere, where it dumped. */
  public List<Trip> judgeTrips(List<Trip> trips) {
    List<Trip> judged = new ArrayList<>(trips.size());
    for (Trip t : trips) {
      Instant dumped = explains(t.id()) ? worst.get(t.id()).dump.start() : null;
      judged.add(dumped == null ? t : t.ended(Trip.EndKind.ELSEWHERE, dumped));
    }
    return judged;
  }

  private boolean explains(String tripId) {
    Scored w = worst.get(tripId);
    return w != null && w.stay.end() == Trip.EndKind.UNEXPLAINED;
  }

  private void weigh(SuspectStay s) {
    List<VehicleStay> harmless = evidence.rests(s);
    if (!s.returned() && harmless.size() >= p.get(Parameter.REST_STAYS)) {
      learn(s.stay(), harmless);
      return;
    }
    List<IncidentReport> reports = evidence.reports(s);
    SuspectedDump dump = score(s, reports);
    if (dump.score() >= p.get(Parameter.SUSPECT_WATCH)) {
      listed.add(dump);
    }
    boolean backed = reports.stream().anyMatch(r -> evidence.isBackedBy(r, s));
    Scored before = worst.get(dump.tripId());
    if (dump.score() >= p.get(Parameter.SUSPECT_EMIT)
        && (before == null || dump.score() > before.dump.score())) {
      worst.put(dump.tripId(), new Scored(s, dump, backed));
    }
    others.computeIfAbsent(dump.tripId(), k -> new ArrayList<>()).add(dump);
  }

  private SuspectedDump score(SuspectStay s, List<IncidentReport> reports) {
    Set<String> again = evidence.sameSpot(s);
    Features f = new Features();
    String then = s.isFinal() ? s.end() + " " + s.endPlaceId() + " " + s.endedAt() : "under way";
    f.add("f1 back at a site, no end place", Parameter.SUSPECT_RETURN, s.returned(), then);
    f.add("f2 beside no road", Parameter.SUSPECT_OFF_ROAD, s.offRoad(), "" + s.offRoad());
    f.add("f3 turned or reversed there", Parameter.SUSPECT_TURN, s.turned(), "" + s.turned());
    f.add("f4 same spot on other trips", Parameter.SUSPECT_AGAIN, !again.isEmpty(), "" + again);
    List<String> ids = reports.stream().map(r -> r.kind() + " " + r.id()).sorted().toList();
    f.add("f5 hot spot or report", Parameter.SUSPECT_HOT, !ids.isEmpty(), "" + ids);
    boolean night = evidence.isAtNight(s);
    f.add("f6 at night", Parameter.SUSPECT_NIGHT, night, s.stay().start().toString());
    boolean faster = s.faster() >= 1 + p.get(Parameter.FASTER_SHARE);
    String share =
        Double.isNaN(s.faster()) ? "not known" : String.format(Locale.ROOT, "%.2f", s.faster());
    f.add("f7 faster afterwards", Parameter.SUSPECT_FASTER, faster, share);
    VehicleStay stay = s.stay();
    return new SuspectedDump(
        stay.plate(),
        stay.tripId(),
        s.permitId(),
        stay.start(),
        stay.end(),
        rules.plane().longitude(stay.x(), stay.y()),
        rules.plane().latitude(stay.x(), stay.y()),
        f.score(),
        s.isFinal(),
        f.lines);
  }

  private Alert alert(Scored w) {
    SuspectedDump dump = w.dump;
    Instant decided = w.stay.isFinal() ? w.stay.endedAt() : dump.end();
    AlertDraft d =
        new AlertDraft("M02", dump.plate(), rules.version(), dump.start(), decided)
            .at(dump.longitude(), dump.latitude())
            .trip(dump.tripId())
            .permit(dump.permitId())
            .severity(3)
            .grade(w.backed ? Grade.B : Grade.C)
            .measured(dump.score(), p.get(Parameter.SUSPECT_EMIT), "");
    dump.features().forEach(c -> d.because(c.name(), c.value(), c.held()));
    Set<String> there = evidence.othersThere(w.stay);
    d.because("other trucks there", there.toString(), !there.isEmpty());
    NearPlaces.trace(d, rules, w.stay.stay().x(), w.stay.stay().y(), dump.start());
    if (!w.stay.isFinal()) {
      d.status(AlertStatus.CANDIDATE, "trip_under_way");
    }
    return d.end(dump.end()).build();
  }

  private Alert withCandidates(Alert a) {
    List<Condition> lines = new ArrayList<>();
    for (SuspectedDump d : others.getOrDefault(a.tripId(), List.of())) {
      String where = String.format(Locale.ROOT, "%.5f %.5f", d.longitude(), d.latitude());
      lines.add(
          new Condition(
              "may have unloaded at " + where,
              d.start() + " to " + d.end() + ", score " + d.score(),
              false));
    }
    return lines.isEmpty() ? a : a.because(lines);
  }

  private void learn(VehicleStay s, List<VehicleStay> harmless) {
    double near = p.get(Parameter.SUSPECT_AGAIN_M);
    for (RestPlace known : rests) {
      double dx = rules.plane().x(known.longitude(), known.latitude()) - s.x();
      double dy = rules.plane().y(known.longitude(), known.latitude()) - s.y();
      if (known.plate().equals(s.plate()) && Math.hypot(dx, dy) <= near) {
        return;
      }
    }
    double x = 0;
    double y = 0;
    Instant last = s.start();
    for (VehicleStay h : harmless) {
      x += h.x() / harmless.size();
      y += h.y() / harmless.size();
      last = h.start().isAfter(last) ? h.start() : last;
    }
    rests.add(
        new RestPlace(
            s.plate(),
            rules.plane().longitude(x, y),
            rules.plane().latitude(x, y),
            harmless.size(),
            harmless.get(0).start(),
            last));
  }

  /** The sum of the weights of the features that hold. */
  private final class Features {
    private final List<Condition> lines = new ArrayList<>();
    private double sum;

    void add(String name, Parameter weight, boolean holds, String value) {
      sum += holds ? p.get(weight) : 0;
      lines.add(new Condition(name + " (" + p.get(weight) + ")", value, holds));
    }

    /** Sums of hundredths: without rounding 0.40 + 0.15 + 0.05 falls short of 0.60. */
    double score() {
      return Math.min(1, Math.round(sum * 1000) / 1000.0);
    }
  }
}
