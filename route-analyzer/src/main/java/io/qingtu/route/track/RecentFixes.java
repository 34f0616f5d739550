package io.qingtu.route.track;

import java.time.Instant;
import java.util.ArrayDeque;

/**
 * The fixes of the last minutes: a sensor is believed only after a while, and then it is asked
 * where it first said so.
 */
public final class RecentFixes {
  private final long keepMillis;
  private final ArrayDeque<CleanFix> fixes = new ArrayDeque<>();

  public RecentFixes(long keepMillis) {
    this.keepMillis = keepMillis;
  }

  /** Takes the next fix. */
  public void accept(CleanFix fix) {
    long oldest = fix.millis() - keepMillis;
    fixes.addLast(fix);
    while (fixes.peekFirst().millis() < oldest) {
      fixes.removeFirst();
    }
  }

  /** The first fix at or after a moment that is kept; the newest where none is. */
  public CleanFix firstFrom(Instant time) {
    for (CleanFix fix : fixes) {
      if (!fix.time().isBefore(time)) {
        return fix;
      }
    }
    return fixes.peekLast();
  }
}
