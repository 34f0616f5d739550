package io.qingtu.route.trip;

import io.qingtu.route.geo.PlaceIndex;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers the gaps in which a load may have gone: an end place lies so near that the truck can
 * have been there (the reachable set of P05), or the gap is long. Part of the stay may have been
 * seen before or after it, so no time is set aside for the unloading itself.
 */
final class UnseenUnloading {
  private final List<Fenced> ends = new ArrayList<>();
  private final double metresPerMilli;
  private final long lost;
  private final long forgotten;
  private final long hold;
  private final long dwell;
  private Gap lastLost;

  /** Time since then that was not seen either, ms. */
  private long darkSince;

  private Gap lastDoubt;

  UnseenUnloading(PlaceIndex places, Parameters parameters) {
    for (PlaceKind kind : PlaceKind.values()) {
      if (kind.isEndPlace()) {
        ends.addAll(places.of(kind));
      }
    }
    metresPerMilli = parameters.get(Parameter.HIDDEN_KMH) / 3600;
    lost = parameters.millis(Parameter.GAP_LOST_S);
    forgotten = parameters.millis(Parameter.LOAD_GAP_S);
    hold = parameters.millis(Parameter.LOAD_HOLD_S);
    dwell = parameters.millis(Parameter.END_DWELL_S);
  }

  /**
   * Takes a gap that has just ended.
   *
   * @return whether it leaves the load in doubt, where no sensor says otherwise
   */
  boolean note(Gap gap) {
    boolean hides = mayHideIn(gap);
    if (hides || gap.duration().toMillis() >= lost) {
      lastLost = gap;
      darkSince = 0;
    } else {
      darkSince += gap.duration().toMillis();
    }
    boolean doubt = hides || gap.duration().toMillis() >= forgotten;
    lastDoubt = doubt ? gap : lastDoubt;
    return doubt;
  }

  /** Whether a truck that left then may have unloaded before anybody knew that it had left. */
  boolean mayPrecede(Instant exit) {
    return lastDoubt != null && !lastDoubt.after().time().isBefore(exit);
  }

  /** Whether a load that a sensor has missed since then went in a gap after the exit. */
  boolean explains(Instant missedSince, Instant exit) {
    return lastLost != null
        && lastLost.after().time().isAfter(exit)
        && Duration.between(lastLost.after().time(), missedSince).toMillis() - darkSince <= hold;
  }

  /**
   * Whether the gap can hide a visit of an end place. In the time of a drive through a tunnel there
   * must be room for the whole stay.
   */
  boolean mayHideIn(Gap gap) {
    CleanFix from = gap.before();
    CleanFix to = gap.after();
    long millis = gap.duration().toMillis() - (gap.tunnel() ? dwell : 0);
    double reach = millis * metresPerMilli;
    for (Fenced f : ends) {
      double way = f.polygon().distance(from.x(), from.y()) + f.polygon().distance(to.x(), to.y());
      if (way <= reach && f.place().validity().contains(from.time())) {
        return true;
      }
    }
    return false;
  }
}
