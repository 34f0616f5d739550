package io.qingtu.route.acceptance;

import io.qingtu.route.track.Position;
import java.time.Duration;

/** Watches the fixes of a test for one point. */
interface Check {
  /** How long a report may be on its way, or its terminal's clock be wrong, to be seen live. */
  Duration LIVE = Duration.ofSeconds(10);

  /** Takes the next fix, in the order of fix time. */
  void accept(Position fix);

  CheckResult result();

  /** Whether who stands beside the vehicle sees it within {@link #LIVE}. */
  static boolean isLive(Position fix) {
    Duration way = Duration.between(fix.fixTime(), fix.receivedTime()).abs();
    return !fix.backfill() && way.compareTo(LIVE) <= 0;
  }
}
