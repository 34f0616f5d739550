package io.qingtu.route.casework;

import java.time.Duration;
import java.time.Instant;

/** What makes two reports one case: the same type, near each other in place and time. */
public final class Merging {
  /** m. */
  public static final double WITHIN_METRES = 100;

  public static final Duration WITHIN = Duration.ofHours(2);

  /** Something that was found or reported, at a known place. */
  public record Finding(CaseType type, Instant at, Scene place) {}

  private Merging() {}

  /** Whether both are of one case. */
  public static boolean isOne(Finding a, Finding b) {
    return a.type() == b.type()
        && Duration.between(a.at(), b.at()).abs().compareTo(WITHIN) <= 0
        && a.place().metresTo(b.place()) <= WITHIN_METRES;
  }
}
