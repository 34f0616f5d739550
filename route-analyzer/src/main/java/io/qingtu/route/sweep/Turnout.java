package io.qingtu.route.sweep;

import io.qingtu.route.plan.CleaningPlan.Window;
import io.qingtu.route.plan.Operation;
import java.time.Instant;
import java.util.List;

/**
 * When a contractor's work of one operation began in one window, on whichever of its roads.
 *
 * @param workableFrom from when on it could begin: the window's start, later where an exemption
 *     covers it
 * @param first the first valid work that counts; null where there was none
 * @param early the first valid work too early to count; null where there was none
 * @param unobserved whether work before {@code first} may have gone unseen
 * @param finishedLate what was completed only after the window; empty where nothing was
 */
public record Turnout(
    String contractor,
    Operation op,
    Window window,
    Instant workableFrom,
    Work first,
    Work early,
    boolean unobserved,
    List<Finish> finishedLate) {
  /** Where and by whom. */
  public record Work(Instant time, String plate, String segmentId) {
    static Work earlier(Work a, Work b) {
      if (a == null || b == null) {
        return a == null ? b : a;
      }
      int order = a.time.compareTo(b.time);
      order = order != 0 ? order : a.plate.compareTo(b.plate);
      order = order != 0 ? order : a.segmentId.compareTo(b.segmentId);
      return order <= 0 ? a : b;
    }
  }

  /** A segment whose passes were complete only then. */
  public record Finish(String segmentId, Instant time) {}

  public Turnout {
    finishedLate = List.copyOf(finishedLate);
  }
}
