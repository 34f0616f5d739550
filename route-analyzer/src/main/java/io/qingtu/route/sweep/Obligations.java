package io.qingtu.route.sweep;

import io.qingtu.route.plan.CleaningPlan;
import io.qingtu.route.plan.CleaningPlan.Window;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Per;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lays the cleaning plan out over a period: which passes are due of which side in which window.
 * Only windows that have ended are due, and only those that began on a day of the period.
 */
public final class Obligations {
  private static final Comparator<Slot> ORDER =
      Comparator.comparing((Slot s) -> s.op)
          .thenComparing(s -> s.window.start())
          .thenComparing(s -> s.window.end());

  /** What makes two lines of the plan the same obligation of a side. */
  private record Slot(Operation op, Window window) {}

  private final CleaningPlan cleaning;
  private final long earlyMs;
  private final Instant from;
  private final Instant asOf;
  private final Duration behind;
  private final Map<Requirement, List<Window>> windows = new HashMap<>();

  /** Those that are due; of a week those whose window began in the period. */
  public Obligations(CleaningPlan cleaning, Parameters numbers, Instant from, Instant asOf) {
    this(cleaning, numbers, from, asOf, Duration.ZERO);
  }

  /**
   * @param behind how much earlier than the period a week may have begun, and how much later it may
   *     end
   */
  Obligations(
      CleaningPlan cleaning, Parameters numbers, Instant from, Instant asOf, Duration behind) {
    this.behind = behind;
    this.cleaning = cleaning;
    this.earlyMs = numbers.millis(Parameter.EARLY_S);
    this.from = from;
    this.asOf = asOf;
  }

  /**
   * What is due of one side, by operation and time. Of two lines for the same operation and window
   * the segment's own stands before its grade's, then the one with more passes.
   */
  public List<Obligation> of(Segment segment, Side side) {
    Map<Slot, Requirement> due = new TreeMap<>(ORDER);
    for (Requirement r : cleaning.of(segment, side)) {
      for (Window w : windows.computeIfAbsent(r, this::windows)) {
        due.merge(new Slot(r.op(), w), r, Obligations::prior);
      }
    }
    List<Obligation> obligations = new ArrayList<>();
    due.forEach(
        (slot, r) ->
            obligations.add(
                new Obligation(r, segment, side, slot.window, countsFrom(slot, due.keySet()))));
    return obligations;
  }

  private static Requirement prior(Requirement a, Requirement b) {
    boolean alike = a.segmentId().isPresent() == b.segmentId().isPresent();
    return alike && b.passes() > a.passes() ? b : a;
  }

  private List<Window> windows(Requirement r) {
    List<Window> found = new ArrayList<>();
    LocalDate last = asOf.atZone(DailyHours.CITY_ZONE).toLocalDate();
    Instant first = r.per() == Per.WEEK ? from.minus(behind) : from;
    for (LocalDate d = first.atZone(DailyHours.CITY_ZONE).toLocalDate();
        !d.isAfter(last);
        d = d.plusDays(1)) {
      CleaningPlan.due(r, d)
          .filter(w -> w.end().isAfter(from) && !w.end().isAfter(last(r)))
          .ifPresent(found::add);
    }
    return found;
  }

  /** The latest end of a window that is laid out. */
  private Instant last(Requirement r) {
    return r.per() == Per.WEEK ? asOf.plus(behind) : asOf;
  }

  private Instant countsFrom(Slot slot, Iterable<Slot> all) {
    Instant start = slot.window.start();
    Instant counts = start.minusMillis(earlyMs);
    for (Slot other : all) {
      Window w = other.window;
      if (other.op == slot.op && w.start().isBefore(start) && w.end().isAfter(counts)) {
        counts = w.end().isBefore(start) ? w.end() : start;
      }
    }
    return counts;
  }
}
