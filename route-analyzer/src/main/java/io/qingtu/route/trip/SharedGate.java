package io.qingtu.route.trip;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlaceKind;
import java.time.Instant;

/**
 * Two sites that share a gate: a truck that drives out of one through the ground of the other has
 * left the one in which it stayed long enough to be loaded. Of sites in each other the smallest
 * still counts, for the visits know no other.
 */
final class SharedGate {
  private final long loadingMillis;
  private Visit through;
  private boolean crossing;

  SharedGate(Parameters p) {
    loadingMillis = p.millis(Parameter.SITE_DWELL_S);
  }

  /**
   * What the end of a visit means.
   *
   * @param entered the visit that begins with the same fix; null where none
   * @return the visit that is over; null where it went on into the other site
   */
  Visit left(Visit exited, Visit entered) {
    crossing =
        isSite(exited)
            && entered != null
            && isSite(entered)
            && !entered.enter().isAfter(exited.exit());
    Visit counts = isSite(exited) && isHere(exited) ? exited : withGate(exited);
    through = crossing ? counts : null;
    return crossing ? null : counts;
  }

  /** Whether the last end of a visit was a step from one site into the other. */
  boolean isCrossing() {
    return crossing;
  }

  private Visit withGate(Visit exited) {
    boolean loadedBefore = isSite(exited) && through != null && isHere(through);
    return loadedBefore ? extended(through, exited.exit()) : exited;
  }

  private static Visit extended(Visit visit, Instant exit) {
    return new Visit(visit.place(), visit.enter(), exit);
  }

  private boolean isHere(Visit visit) {
    return visit.dwell(visit.exit()).toMillis() >= loadingMillis;
  }

  private static boolean isSite(Visit visit) {
    return visit.place().kind() == PlaceKind.SITE;
  }
}
