package io.qingtu.route.sweep;

import io.qingtu.route.plan.CleaningPlan;
import io.qingtu.route.plan.CleaningPlan.Window;
import io.qingtu.route.plan.Per;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Side;
import java.time.Instant;

/**
 * One requirement of one side of a segment on one day, or in one week.
 *
 * @param countsFrom first moment of work that counts: a little before the window, but not inside
 *     another window of the same operation on the same side
 */
public record Obligation(
    Requirement requirement, Segment segment, Side side, Window window, Instant countsFrom) {
  /**
   * Whether work at this moment counts; of a week in the hours of its days alone, as they were when
   * it began.
   */
  public boolean counts(Instant t) {
    return !t.isBefore(countsFrom)
        && t.isBefore(window.end())
        && (!isWeekly() || CleaningPlan.inHours(requirement, t).isPresent());
  }

  /** Whether it is due in a week and not on a day. */
  public boolean isWeekly() {
    return requirement.per() == Per.WEEK;
  }

  /** The same with another window. */
  Obligation within(Window other) {
    return new Obligation(requirement, segment, side, other, countsFrom);
  }
}
