package io.qingtu.route.scoring;

import java.time.Instant;

/**
 * A line of the ledger of points.
 *
 * @param violation what it is for, with its alert
 * @param at when it was entered
 * @param caseId case that proves it, or in which it was taken back; 0 where the review of the alarm
 *     does
 * @param points negative where they are taken back
 * @param frozen an appeal is undecided: they do not count until it is
 */
public record PointLine(
    Judged violation, Instant at, Kind kind, long caseId, Points points, boolean frozen) {
  /** Why a line was entered. */
  public enum Kind {
    /** 记分. */
    CHARGE,
    /** 驳回更正: the review was changed, or the alert taken back. */
    WITHDRAWAL,
    /** 申诉成立. */
    UPHELD
  }

  PointLine frozen(boolean now) {
    return new PointLine(violation, at, kind, caseId, points, now);
  }
}
