package io.qingtu.route.sweep;

import io.qingtu.route.geo.SegmentGrid.FlatSegment;
import io.qingtu.route.plan.CleaningPlan.Window;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.sweep.Turnout.Finish;
import io.qingtu.route.sweep.Turnout.Work;
import io.qingtu.route.sweep.WorkRecord.Run;
import io.qingtu.route.sweep.WorkRecord.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers what is due into turnouts: one for each contractor, operation and window. */
final class Turnouts {
  private static final Comparator<Key> ORDER =
      Comparator.comparing((Key k) -> k.window.start())
          .thenComparing(k -> k.window.end())
          .thenComparing(k -> k.contractor)
          .thenComparing(k -> k.op);

  private record Key(String contractor, Operation op, Window window) {}

  private static final class Group {
    final List<Obligation> dues = new ArrayList<>();
    final List<FlatSegment> flats = new ArrayList<>();
    final List<Finish> finishedLate = new ArrayList<>();
    Instant workableFrom = Instant.MAX;
    Work first;
    Work early;
  }

  private final Exemptions exemptions;
  private final Observation observation;
  private final long earlyMs;
  private final long lateMs;
  private final long marginMs;
  private final Map<Key, Group> groups = new TreeMap<>(ORDER);

  Turnouts(Exemptions exemptions, Observation observation, Parameters p) {
    this.exemptions = exemptions;
    this.observation = observation;
    this.earlyMs = p.millis(Parameter.EARLY_S);
    this.lateMs = p.millis(Parameter.LATE_START_S);
    this.marginMs = p.millis(Parameter.SHIFT_MARGIN_S);
  }

  /**
   * One side's obligation with the work there.
   *
   * @param others what is due of the same side
   * @param finished when its lacking passes were complete after the window; null where they were
   *     not
   */
  void add(
      Obligation due, FlatSegment flat, List<Obligation> others, List<Run> runs, Instant finished) {
    if (exemptions.cover(due)) {
      return;
    }
    Group g =
        groups.computeIfAbsent(
            new Key(due.requirement().contractor(), due.requirement().op(), due.window()),
            k -> new Group());
    g.dues.add(due);
    g.flats.add(flat);
    Instant workable = exemptions.workableFrom(due);
    g.workableFrom = workable.isBefore(g.workableFrom) ? workable : g.workableFrom;
    Instant earlyFrom = earlyFrom(due, others);
    for (Run run : runs) {
      for (Stretch s : run.stretches()) {
        if (!s.valid()) {
          continue;
        }
        Work work = new Work(s.start(), run.plate(), run.segmentId());
        if (due.counts(s.start())) {
          g.first = Work.earlier(g.first, work);
        } else if (!s.start().isBefore(earlyFrom) && s.start().isBefore(due.countsFrom())) {
          g.early = Work.earlier(g.early, work);
        }
      }
    }
    if (finished != null) {
      g.finishedLate.add(new Finish(flat.segment().id(), finished));
    }
  }

  List<Turnout> all() {
    List<Turnout> all = new ArrayList<>();
    groups.forEach(
        (key, g) ->
            all.add(
                new Turnout(
                    key.contractor,
                    key.op,
                    key.window,
                    g.workableFrom,
                    g.first,
                    g.early,
                    isUnobserved(g),
                    g.finishedLate)));
    return all;
  }

  /** Work so long before is none for this window, nor is what an earlier one left over. */
  private Instant earlyFrom(Obligation due, List<Obligation> others) {
    Instant from = due.window().start().minusMillis(marginMs);
    for (Obligation other : others) {
      Instant over = other.window().end().plusMillis(lateMs);
      if (other.requirement().op() == due.requirement().op()
          && other.window().start().isBefore(due.window().start())
          && over.isAfter(from)) {
        from = over;
      }
    }
    return from;
  }

  private boolean isUnobserved(Group g) {
    if (g.first == null || !g.first.time().isAfter(g.workableFrom.plusMillis(lateMs))) {
      return false;
    }
    for (int i = 0; i < g.dues.size(); i++) {
      Obligation due = g.dues.get(i);
      Instant from = due.window().start().minusMillis(earlyMs);
      Window before = new Window(from, g.first.time());
      if (observation.isUnobserved(due.within(before), g.flats.get(i), 0)) {
        return true;
      }
    }
    return false;
  }
}
