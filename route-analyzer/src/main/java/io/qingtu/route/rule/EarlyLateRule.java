package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.sweep.Turnout;
import io.qingtu.route.sweep.Turnout.Finish;
import io.qingtu.route.sweep.Turnout.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * S06 未按时作业: a contractor's work of one operation begins late in a window or too early to count, or
 * its lacking passes are complete only a little after the window. The first road is what begins
 * late: who cleans ten roads one after the other is at the tenth on time. Work that is dated by a
 * clock that had jumped tells no time.
 */
public final class EarlyLateRule {
  /** Reason of what a wrong clock explains. */
  static final String CLOCK = "clock_jump";

  private final RuleSet rules;
  private final PlannedWork work;
  private final Duration late;

  public EarlyLateRule(RuleSet rules) {
    this.rules = rules;
    this.work = new PlannedWork(rules);
    this.late = Duration.ofMillis(rules.parameters().millis(Parameter.LATE_START_S));
  }

  /**
   * @param vehicles all whose work may be among it
   */
  public List<Alert> judge(Collection<Turnout> turnouts, Collection<WatchedVehicle> vehicles) {
    Map<String, List<Misdated>> misdated = new HashMap<>();
    vehicles.forEach(v -> misdated.put(v.plate(), v.terminal().misdated()));
    List<Alert> alerts = new ArrayList<>();
    for (Turnout t : turnouts) {
      if (t.first() != null
          && !t.unobserved()
          && t.first().time().isAfter(t.workableFrom().plus(late))) {
        alerts.add(believed(lateStart(t), t.first(), misdated));
      }
      if (t.early() != null) {
        alerts.add(believed(tooEarly(t), t.early(), misdated));
      }
      if (!t.finishedLate().isEmpty()) {
        alerts.add(lateFinish(t));
      }
    }
    return alerts;
  }

  private static Alert believed(Alert a, Work work, Map<String, List<Misdated>> misdated) {
    boolean jumped =
        misdated.getOrDefault(work.plate(), List.of()).stream()
            .anyMatch(m -> m.contains(work.time()));
    return jumped ? a.as(AlertStatus.SUPPRESSED, CLOCK) : a;
  }

  private Alert lateStart(Turnout t) {
    Work first = t.first();
    Duration after = Duration.between(t.workableFrom(), first.time());
    return draft(t, first.plate(), t.workableFrom().plus(late), first.time(), first.segmentId())
        .end(first.time())
        .severity(1)
        .reason("late")
        .segments(List.of(first.segmentId()))
        .measured(after.toSeconds(), late.toSeconds(), "s")
        .because("first valid work", first.time() + " by " + first.plate())
        .because("later than start + late", after.toSeconds() + " > " + late.toSeconds() + " s")
        .build();
  }

  private Alert tooEarly(Turnout t) {
    Work early = t.early();
    long before = Duration.between(early.time(), t.window().start()).toSeconds();
    double allowed = rules.parameters().get(Parameter.EARLY_S);
    return draft(t, early.plate(), early.time(), t.window().start(), early.segmentId())
        .end(t.window().start())
        .severity(1)
        .reason("early")
        .segments(List.of(early.segmentId()))
        .measured(before, allowed, "s")
        .because("first valid work", early.time() + " by " + early.plate())
        .because("earlier than start − early: does not count", before + " > " + allowed + " s")
        .build();
  }

  private Alert lateFinish(Turnout t) {
    List<Finish> finishes = new ArrayList<>(t.finishedLate());
    finishes.sort(Comparator.comparing(Finish::segmentId).thenComparing(Finish::time));
    Instant last = finishes.stream().map(Finish::time).max(Instant::compareTo).orElseThrow();
    List<String> segments = finishes.stream().map(Finish::segmentId).distinct().toList();
    long after = Duration.between(t.window().end(), last).toSeconds();
    return draft(t, "", t.window().end(), last, segments.get(0))
        .end(last)
        .severity(2)
        .reason("unfinished " + t.op())
        .segments(segments)
        .measured(after, 0, "s")
        .because("lacking passes complete after the window's end", last.toString())
        .build();
  }

  private AlertDraft draft(
      Turnout t, String plate, Instant start, Instant decided, String segmentId) {
    Coordinate middle = work.middle(segmentId);
    return new AlertDraft("S06", plate, rules.version(), start, decided)
        .at(middle.x, middle.y)
        .grade(work.isInferred(t.op(), t.contractor()) ? Grade.C : Grade.B)
        .because(
            "window of " + t.op() + " " + t.contractor(),
            t.window().start() + " – " + t.window().end());
  }
}
