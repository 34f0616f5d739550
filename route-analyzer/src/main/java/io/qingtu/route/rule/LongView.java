package io.qingtu.route.rule;

import java.util.Set;

/**
 * Rules that look back over more days than the live analysis holds: only an analysis of the stored
 * days judges them rightly.
 */
public final class LongView {
  /** Count what happens in two weeks or under a whole permit. */
  private static final Set<String> COUNTING = Set.of("D10", "M06g", "P02");

  /**
   * Judged at once, and better when the days before are known: places that are used again, reports
   * and resting places (M02), the usual time of a trip (M07), radio holes (D01), what happens again
   * within a week (D05, D07), the drift of a weight (D08).
   */
  private static final Set<String> LEARNING = Set.of("M02", "M07", "D01", "D05", "D07", "D08");

  private LongView() {}

  /** Whether a rule says nothing right before it knows the days. */
  public static boolean counts(String rule) {
    return COUNTING.contains(rule);
  }

  /** Whether a rule's alerts of hours may come out otherwise when the days are known. */
  public static boolean learns(String rule) {
    return LEARNING.contains(rule);
  }
}
