package io.qingtu.route.rule;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Shift;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.sweep.Cells;
import io.qingtu.route.sweep.Laps;
import io.qingtu.route.sweep.Laps.Lap;
import io.qingtu.route.sweep.WorkRecord;
import io.qingtu.route.sweep.WorkRecord.Run;
import io.qingtu.route.sweep.WorkSensor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * S16 虚增频次: one vehicle works a segment again and again. A repeat is a whole pass that begins
 * within pass_gap after the last one, or a short lap that goes back over itself after one in the
 * other direction, with no longer one between, of which it would be the turn; three of them in a
 * shift are a pattern, passes on one side of a segment (a side is a segment of its own), laps on
 * both. None of it counts in E1: this lists it.
 */
public final class GamingRule {
  private record Key(String segmentId, Operation op) {}

  private record Repeat(Lap before, Lap again, boolean shuttle) {}

  private record Group(LocalDate day, String segmentId, String side, boolean shuttle) {}

  /** The laps of one vehicle: those where it may repeat itself, and all that show where it was. */
  private record Worked(List<Lap> onSegment, List<Lap> anywhere) {}

  private final RuleSet rules;
  private final Parameters p;

  public GamingRule(RuleSet rules) {
    this.rules = rules;
    this.p = rules.parameters();
  }

  /** One alert for each shift and kind, with all segments. */
  public List<Alert> judge(Vehicle vehicle, WorkRecord work) {
    Map<Key, List<Lap>> laps = new HashMap<>();
    for (Run run : work.runs()) {
      Cells cells = cells(run.segmentId());
      for (Lap lap : Laps.of(run, cells, p.get(Parameter.CROSSING_M))) {
        if (lap.extent() >= p.get(Parameter.CROSSING_M)) {
          laps.computeIfAbsent(new Key(run.segmentId(), run.op()), k -> new ArrayList<>()).add(lap);
        }
      }
    }
    Shift shift = rules.sanitation().duties().shift(vehicle, p);
    Map<Group, List<Repeat>> groups =
        new TreeMap<>(
            Comparator.comparing(Group::day)
                .thenComparing(Group::shuttle)
                .thenComparing(Group::segmentId)
                .thenComparing(Group::side));
    List<Lap> whole = laps.values().stream().flatMap(List::stream).toList();
    laps.values().forEach(list -> group(new Worked(list, whole), shift, groups));
    Map<String, List<List<Repeat>>> byShift = new TreeMap<>();
    groups.forEach(
        (g, repeats) -> {
          if (repeats.size() >= p.get(Parameter.GAMING_TIMES)) {
            byShift.computeIfAbsent(g.day + "|" + g.shuttle, k -> new ArrayList<>()).add(repeats);
          }
        });
    List<Alert> alerts = new ArrayList<>();
    byShift.values().forEach(list -> alerts.add(alert(vehicle, list)));
    return alerts;
  }

  private Cells cells(String segmentId) {
    return Cells.of(rules.roads().get(segmentId).length(), p.get(Parameter.CELL_M));
  }

  private void group(Worked worked, Shift shift, Map<Group, List<Repeat>> groups) {
    List<Lap> laps = worked.onSegment;
    laps.sort(Comparator.comparing(Lap::start).thenComparing(Lap::end));
    for (Side side : Side.values()) {
      Lap before = null;
      for (Lap lap : laps) {
        if (lap.run().side() != side) {
          continue;
        }
        Repeat repeat = before == null ? null : repeat(before, lap, worked);
        if (repeat != null) {
          Instant t = lap.start();
          LocalDate day =
              shift.dayOf(t).orElseGet(() -> t.atZone(DailyHours.CITY_ZONE).toLocalDate());
          String one = repeat.shuttle ? "" : side.name();
          groups
              .computeIfAbsent(
                  new Group(day, lap.run().segmentId(), one, repeat.shuttle),
                  k -> new ArrayList<>())
              .add(repeat);
        }
        before = lap;
      }
    }
  }

  /** Null where the second lap is no repeat of the first. */
  private Repeat repeat(Lap before, Lap again, Worked worked) {
    boolean soon = again.start().isBefore(before.end().plusMillis(p.millis(Parameter.PASS_GAP_S)));
    if (!soon || !again.retraces(before)) {
      return null;
    }
    double least = p.get(Parameter.PASS_MIN) * cells(again.run().segmentId()).count() - 1e-9;
    if (before.cells().size() >= least && again.cells().size() >= least) {
      return new Repeat(before, again, false);
    }
    double shuttle = p.get(Parameter.SHUTTLE_M);
    boolean back =
        before.extent() <= shuttle
            && again.extent() <= shuttle
            && worked.onSegment.stream()
                .anyMatch(l -> l.run().side() != again.run().side() && isBetween(before, l, again))
            && worked.anywhere.stream()
                .noneMatch(l -> l.extent() > shuttle && isBetween(before, l, again));
    return back ? new Repeat(before, again, true) : null;
  }

  private static boolean isBetween(Lap before, Lap lap, Lap again) {
    return !lap.start().isBefore(before.end()) && !lap.end().isAfter(again.start());
  }

  /** From the first lap on any of the segments to the last; measured is the worst of them. */
  private Alert alert(Vehicle vehicle, List<List<Repeat>> bySegment) {
    int times = (int) p.get(Parameter.GAMING_TIMES);
    bySegment.forEach(list -> list.sort(Comparator.comparing(r -> r.again.start())));
    List<Repeat> worst =
        bySegment.stream()
            .max(Comparator.comparingInt((List<Repeat> list) -> list.size()))
            .orElseThrow();
    Instant start = earliest(bySegment.stream().map(list -> list.get(0).before.start()));
    Instant decided = earliest(bySegment.stream().map(list -> list.get(times - 1).again.end()));
    Instant end =
        bySegment.stream()
            .map(list -> list.get(list.size() - 1).again.end())
            .max(Instant::compareTo)
            .orElseThrow();
    String segment = worst.get(0).before.run().segmentId();
    var at = new PlannedWork(rules).middle(segment);
    boolean shuttle = worst.get(0).shuttle;
    return new AlertDraft("S16", vehicle.plate(), rules.version(), start, decided)
        .end(end)
        .at(at.x, at.y)
        .severity(2)
        .grade(WorkSensor.fittedTo(vehicle).isPresent() ? Grade.B : Grade.C)
        .reason(shuttle ? "back_and_forth" : "repeated")
        .segments(
            bySegment.stream()
                .map(l -> l.get(0).again.run().segmentId())
                .distinct()
                .sorted()
                .toList())
        .measured(worst.size(), times, "times")
        .because(
            shuttle ? "back and forth within shuttle" : "passes within pass_gap of the last one",
            worst.size() + " times on segment " + segment)
        .because("counted in E1", "no", false)
        .build();
  }

  private static Instant earliest(Stream<Instant> times) {
    return times.min(Instant::compareTo).orElseThrow();
  }
}
