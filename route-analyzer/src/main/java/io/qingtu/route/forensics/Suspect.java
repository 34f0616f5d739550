package io.qingtu.route.forensics;

import java.util.List;

/**
 * A vehicle that may have been it.
 *
 * @param score 0–1, the sum of the reasons that hold
 * @param reasons every reason that was asked, whether it holds or not
 */
public record Suspect(String plate, Passage passage, double score, List<Reason> reasons) {
  public Suspect {
    reasons = List.copyOf(reasons);
  }

  /**
   * One reason.
   *
   * @param kind what is asked
   * @param weight what it adds to the score where it holds
   * @param value what was found, for people to read
   */
  public record Reason(Kind kind, double weight, boolean held, String value) {}

  /** What is asked of a passage. */
  public enum Kind {
    LOADED,
    COVER_NOT_CLOSED,
    WEIGHT_LOST,
    BETWEEN,
    DIRTY_WHEELS,
    CONFIRMED_BEFORE
  }
}
