package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Condition;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.sweep.PassResult.Outcome;
import io.qingtu.route.sweep.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;

/**
 * What lacks on roads: S01 passes missed, S02 passes left incomplete, S03 one side only. One alert
 * for each road, side, operation and window, with the segments that it is about.
 *
 * <p>S03 stands in for S01 where the other side of the same segment was done in the same window.
 */
public final class CoverageRules {
  private static final Comparator<Group> ORDER =
      Comparator.comparing((Group g) -> g.start)
          .thenComparing(g -> g.end)
          .thenComparing(g -> g.rule)
          .thenComparing(g -> g.road)
          .thenComparing(g -> g.side)
          .thenComparing(g -> g.op);

  private record Group(
      String rule, String road, Side side, Operation op, Instant start, Instant end) {}

  private record Place(String segmentId, Side side, Operation op, Instant start, Instant end) {}

  private final RuleSet rules;
  private final Map<String, Segment> segments = new HashMap<>();
  private final Map<String, Requirement> requirements = new HashMap<>();
  private final PlannedWork work;

  public CoverageRules(RuleSet rules) {
    this.rules = rules;
    this.work = new PlannedWork(rules);
    rules.plan().segments().forEach(s -> segments.put(s.id(), s));
    rules.plan().requirements().forEach(r -> requirements.put(r.id(), r));
  }

  /**
   * @param asOf event time up to which data have come; until late ones have had their time an alert
   *     is a candidate
   */
  public List<Alert> judge(Collection<Verdict> verdicts, Instant asOf) {
    Map<Place, PassResult> byPlace = new HashMap<>();
    for (Verdict v : verdicts) {
      byPlace.put(place(v.result(), v.result().side()), v.result());
    }
    Map<Group, List<PassResult>> groups = new TreeMap<>(ORDER);
    for (Verdict v : verdicts) {
      if (v.missed() > 0) {
        add(groups, isOneSided(v, byPlace) ? "S03" : "S01", v.result());
      }
      if (v.partial() > 0) {
        add(groups, "S02", v.result());
      }
    }
    List<Alert> alerts = new ArrayList<>();
    groups.forEach((group, results) -> alerts.add(alert(group, results, asOf)));
    return alerts;
  }

  private void add(Map<Group, List<PassResult>> groups, String rule, PassResult r) {
    String road = segments.get(r.segmentId()).road();
    groups
        .computeIfAbsent(
            new Group(
                rule,
                road.isEmpty() ? r.segmentId() : road,
                r.side(),
                r.op(),
                r.windowStart(),
                r.windowEnd()),
            k -> new ArrayList<>())
        .add(r);
  }

  /** Nothing to speak of on this side, all of it on the other. */
  private static boolean isOneSided(Verdict v, Map<Place, PassResult> byPlace) {
    PassResult r = v.result();
    PassResult other = byPlace.get(place(r, r.side() == Side.FWD ? Side.REV : Side.FWD));
    return r.result() == Outcome.MISSED
        && r.done() == 0
        && other != null
        && other.result() == Outcome.DONE;
  }

  private static Place place(PassResult r, Side side) {
    return new Place(r.segmentId(), side, r.op(), r.windowStart(), r.windowEnd());
  }

  private Alert alert(Group group, List<PassResult> results, Instant asOf) {
    results.sort(Comparator.comparing(PassResult::segmentId));
    PassResult worst =
        results.stream()
            .min(Comparator.comparing(PassResult::done).thenComparing(PassResult::coverage))
            .orElseThrow();
    boolean counts = group.rule.equals("S01");
    double passMin = rules.parameters().get(Parameter.PASS_MIN);
    Instant settled = group.end.plusMillis(rules.parameters().millis(Parameter.SETTLE_S));
    Coordinate middle = work.middle(results.get(0).segmentId());
    return new Alert(
        group.rule,
        "",
        group.start,
        settled,
        group.end,
        middle.x,
        middle.y,
        grade(results),
        severity(group.rule, results),
        asOf.isBefore(settled) ? AlertStatus.CANDIDATE : AlertStatus.ENDED,
        group.op + " " + group.side,
        "",
        "",
        "",
        results.stream().map(PassResult::segmentId).toList(),
        counts ? worst.done() : worst.coverage(),
        counts ? worst.required() : passMin,
        counts ? "passes" : "share",
        rules.version(),
        trace(group, results));
  }

  private List<Condition> trace(Group group, List<PassResult> results) {
    List<Condition> trace = new ArrayList<>();
    trace.add(new Condition("window has ended", group.start + " – " + group.end, true));
    trace.add(new Condition("not exempt, not unobserved", results.size() + " segments", true));
    if (group.rule.equals("S03")) {
      trace.add(new Condition("other side is DONE", "yes", true));
    }
    for (PassResult r : results) {
      trace.add(
          new Condition(
              "segment " + r.segmentId() + ": " + lack(group.rule),
              String.format(
                  Locale.ROOT,
                  "%d of %d passes, coverage %.2f, by %s",
                  r.done(),
                  r.required(),
                  r.coverage(),
                  r.plates().isEmpty() ? "nobody" : String.join(" ", r.plates())),
              true));
    }
    return trace;
  }

  private static String lack(String rule) {
    return switch (rule) {
      case "S01" -> "a required pass < partial_min";
      case "S02" -> "a required pass ≥ partial_min and < pass_min";
      default -> "this side < partial_min";
    };
  }

  private int severity(String rule, List<PassResult> results) {
    return rule.equals("S01") && results.stream().anyMatch(this::isNothingOnAFirstRoad) ? 3 : 2;
  }

  private boolean isNothingOnAFirstRoad(PassResult r) {
    RoadGrade grade = segments.get(r.segmentId()).grade();
    return r.done() == 0 && (grade == RoadGrade.DEMO || grade == RoadGrade.FIRST);
  }

  /** Where a planned vehicle has no work sensor its work is only inferred, and so is its lack. */
  private Grade grade(List<PassResult> results) {
    boolean inferred =
        results.stream()
            .map(r -> requirements.get(r.requirementId()))
            .distinct()
            .anyMatch(q -> work.isInferred(q.op(), q.contractor()));
    return inferred ? Grade.C : Grade.B;
  }
}
