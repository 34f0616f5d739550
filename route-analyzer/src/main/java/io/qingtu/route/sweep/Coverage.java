package io.qingtu.route.sweep;

import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.geo.SegmentGrid.FlatSegment;
import io.qingtu.route.plan.CleaningPlan;
import io.qingtu.route.plan.CleaningPlan.Window;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.PassResult.Outcome;
import io.qingtu.route.sweep.WorkRecord.Run;
import io.qingtu.route.sweep.WorkRecord.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What becomes of every pass that is due of every side: the work of all vehicles together. */
public final class Coverage {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  private record Key(String segmentId, Side side, Operation op) {}

  /**
   * The work that counts for one window; {@code first} and {@code last} null where there is none,
   * {@code doneBefore} where no pass was done before.
   */
  private record Tally(
      PassCounter.Count count,
      Instant first,
      Instant last,
      List<String> plates,
      Instant doneBefore) {}

  private final SegmentGrid roads;
  private final CleaningPlan cleaning;
  private final Parameters numbers;
  private final Exemptions exemptions;
  private final Observation observation;
  private final Map<Key, List<Run>> runs = new HashMap<>();

  public Coverage(
      SegmentGrid roads,
      CleaningPlan cleaning,
      Collection<Exemption> exemptions,
      Parameters numbers,
      Collection<VehicleWork> vehicles) {
    this.roads = roads;
    this.cleaning = cleaning;
    this.numbers = numbers;
    this.exemptions = new Exemptions(exemptions, numbers.get(Parameter.EXEMPT_MIN));
    this.observation = new Observation(vehicles, numbers);
    for (VehicleWork v : vehicles) {
      for (Run run : v.work().runs()) {
        runs.computeIfAbsent(new Key(run.segmentId(), run.side(), run.op()), k -> new ArrayList<>())
            .add(run);
      }
    }
  }

  /**
   * What came of the windows that have ended.
   *
   * @param verdicts by segment, side, operation and window
   * @param turnouts by window, contractor and operation
   */
  public record Judgement(List<Verdict> verdicts, List<Turnout> turnouts) {}

  /** Judges all windows that began on a day of the period and have ended. */
  public Judgement judge(Instant from, Instant asOf) {
    List<Verdict> results = new ArrayList<>();
    Turnouts turnouts = new Turnouts(exemptions, observation, numbers);
    each(
        new Obligations(cleaning, numbers, from, asOf),
        (due, others, flat, tally) -> {
          results.add(verdict(due, flat, tally));
          if (!due.isWeekly()) {
            Instant finished = finishedLate(due, flat, tally);
            turnouts.add(due, flat, others, runs.getOrDefault(key(due), List.of()), finished);
          }
        });
    return new Judgement(results, turnouts.all());
  }

  /** When the passes that lacked were complete a little after the window; null if not. */
  private Instant finishedLate(Obligation due, FlatSegment flat, Tally tally) {
    int required = due.requirement().passes();
    if (tally.count.done() >= required || tally.count.open().isEmpty()) {
      return null;
    }
    Window window = due.window();
    Instant until = window.end().plusMillis(numbers.millis(Parameter.LATE_START_S));
    Tally longer = tally(due.within(new Window(window.start(), until)), flat, tally.doneBefore);
    return longer.count.done() >= required ? longer.count.lastDone() : null;
  }

  private static Key key(Obligation due) {
    return new Key(due.segment().id(), due.side(), due.requirement().op());
  }

  /**
   * The other windows of the day: those that run at a moment, even since the day before, and those
   * that begin later on its day. What is exempt is nobody's to do and is left out.
   *
   * @return by segment, side, operation and window
   */
  public List<OpenWindow> open(Instant asOf) {
    Instant tomorrow =
        asOf.atZone(DailyHours.CITY_ZONE)
            .toLocalDate()
            .plusDays(1)
            .atStartOfDay(DailyHours.CITY_ZONE)
            .toInstant();
    List<OpenWindow> results = new ArrayList<>();
    // no window but a week's is longer than a day; the ended ones tell from when work counts
    each(
        new Obligations(cleaning, numbers, asOf.minus(DAY), tomorrow.plus(DAY), WEEK),
        (due, others, flat, tally) -> {
          boolean today = due.window().start().isBefore(tomorrow);
          if (today && due.window().end().isAfter(asOf) && !exemptions.cover(due)) {
            results.add(openWindow(due, tally, asOf));
          }
        });
    return results;
  }

  /** Takes an obligation, all of its side, the side's segment, and the work that counts for it. */
  private interface Action {
    void take(Obligation due, List<Obligation> others, FlatSegment flat, Tally tally);
  }

  private void each(Obligations obligations, Action action) {
    List<FlatSegment> flats = new ArrayList<>(roads.all());
    flats.sort(Comparator.comparing(f -> f.segment().id()));
    for (FlatSegment flat : flats) {
      for (Side side : Side.values()) {
        Map<Obligation, Instant> lastDone = new LinkedHashMap<>();
        List<Obligation> dues = obligations.of(flat.segment(), side);
        for (Obligation due : dues) {
          Tally tally = tally(due, flat, doneBefore(due, lastDone));
          lastDone.put(due, tally.count.lastDone());
          action.take(due, dues, flat, tally);
        }
      }
    }
  }

  /** End of the last pass of the same operation in windows that ended before; null where none. */
  private static Instant doneBefore(Obligation due, Map<Obligation, Instant> lastDone) {
    Instant latest = null;
    for (Map.Entry<Obligation, Instant> e : lastDone.entrySet()) {
      Instant done = e.getValue();
      if (done != null
          && e.getKey().requirement().op() == due.requirement().op()
          && !e.getKey().window().end().isAfter(due.countsFrom())
          && (latest == null || done.isAfter(latest))) {
        latest = done;
      }
    }
    return latest;
  }

  private Tally tally(Obligation due, FlatSegment flat, Instant doneBefore) {
    Cells cells = Cells.of(flat.length(), numbers.get(Parameter.CELL_M));
    List<Run> all = runs.getOrDefault(key(due), List.of());
    List<PassCounter.Run> counted = new ArrayList<>();
    TreeSet<String> plates = new TreeSet<>();
    Instant first = null;
    Instant last = null;
    for (Run run : all) {
      PassCounter.Run within = within(run, due, cells);
      if (within != null) {
        counted.add(within);
        plates.add(run.plate());
        first = first == null || within.start().isBefore(first) ? within.start() : first;
        last = last == null || within.end().isAfter(last) ? within.end() : last;
      }
    }
    PassCounter.Count count = new PassCounter(numbers).count(counted, cells.count(), doneBefore);
    return new Tally(count, first, last, List.copyOf(plates), doneBefore);
  }

  private Verdict verdict(Obligation due, FlatSegment flat, Tally tally) {
    PassCounter.Count count = tally.count;
    int required = due.requirement().passes();
    int lacking = Math.max(0, required - count.done());
    double open = count.open().isEmpty() ? 0 : count.open().get(0);
    Outcome outcome = lacking == 0 ? Outcome.DONE : outcome(due, flat, open);
    boolean violated = outcome == Outcome.PARTIAL || outcome == Outcome.MISSED;
    int partial =
        violated ? (int) count.open().stream().limit(lacking).filter(this::isPartial).count() : 0;
    PassResult result =
        new PassResult(
            due.requirement().id(),
            due.segment().id(),
            due.side(),
            due.requirement().op(),
            due.window().start(),
            due.window().end(),
            required,
            count.done(),
            lacking == 0 ? count.doneCoverage() : open,
            outcome,
            tally.first,
            tally.last,
            tally.plates);
    return new Verdict(result, partial, violated ? lacking - partial : 0);
  }

  private static OpenWindow openWindow(Obligation due, Tally tally, Instant asOf) {
    int required = due.requirement().passes();
    PassCounter.Count count = tally.count;
    return new OpenWindow(
        due.requirement().id(),
        due.segment().id(),
        due.side(),
        due.requirement().op(),
        due.window().start(),
        due.window().end(),
        due.window().contains(asOf) ? OpenWindow.State.RUNNING : OpenWindow.State.UPCOMING,
        required,
        count.done(),
        count.done() < required ? count.buildingAt(asOf) : count.doneCoverage(),
        tally.first,
        tally.last,
        tally.plates);
  }

  private boolean isPartial(double coverage) {
    return coverage >= numbers.get(Parameter.PARTIAL_MIN) - 1e-9;
  }

  private Outcome outcome(Obligation due, FlatSegment flat, double open) {
    if (exemptions.cover(due)) {
      return Outcome.EXEMPT;
    }
    double lacking = (numbers.get(Parameter.PASS_MIN) - open) * flat.length();
    if (observation.isUnobserved(due, flat, lacking)) {
      return Outcome.UNOBSERVED;
    }
    return isPartial(open) ? Outcome.PARTIAL : Outcome.MISSED;
  }

  /** The part of a run that counts for a window; null where there is none. */
  private static PassCounter.Run within(Run run, Obligation due, Cells cells) {
    Intervals touched = new Intervals();
    Instant start = null;
    Instant end = null;
    for (Stretch s : run.stretches()) {
      if (s.valid() && due.counts(s.start())) {
        start = start == null ? s.start() : start;
        end = s.end();
        cells.addTouched(s.fromMetres(), s.toMetres(), touched);
      }
    }
    return start == null ? null : new PassCounter.Run(run.plate(), start, end, touched);
  }
}
