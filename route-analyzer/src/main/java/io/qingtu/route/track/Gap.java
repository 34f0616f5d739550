package io.qingtu.route.track;

import java.time.Duration;

/**
 * A stretch without fixes (C10) between two accepted ones.
 *
 * @param tunnel whether both ends lie at the portals of one tunnel and the time fits a drive
 *     through it (C11)
 */
public record Gap(CleanFix before, CleanFix after, boolean tunnel) {
  public Duration duration() {
    return Duration.between(before.time(), after.time());
  }
}
