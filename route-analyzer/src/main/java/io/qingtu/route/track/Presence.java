package io.qingtu.route.track;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When it was known what a vehicle did: from its first fix to its last, less the gaps. A pause of
 * reports between two fixes at one place is no gap: a parked terminal reports seldom.
 */
public final class Presence {
  private final Instant first;
  private final Instant last;
  private final List<Gap> gaps = new ArrayList<>();

  /**
   * @param first accepted fix; null where there was none
   * @param last accepted fix; null where there was none
   * @param gaps between accepted fixes, in order
   */
  public Presence(Instant first, Instant last, List<Gap> gaps, Parameters p) {
    this.first = first;
    this.last = last;
    for (Gap g : gaps) {
      boolean parked =
          g.before().distanceTo(g.after()) <= p.get(Parameter.STAY_R)
              && g.duration().toMillis() <= p.millis(Parameter.OFFLINE_S);
      if (!parked) {
        this.gaps.add(g);
      }
    }
  }

  /** Whether a moment lies within it. */
  public boolean heardAt(Instant t) {
    if (first == null || t.isBefore(first) || t.isAfter(last)) {
      return false;
    }
    for (Gap g : gaps) {
      if (t.isAfter(g.before().time()) && t.isBefore(g.after().time())) {
        return false;
      }
    }
    return true;
  }

  /** Share of a period that lies within it, 0–1; of a moment 0 or 1. */
  public double share(Instant from, Instant to) {
    long whole = Duration.between(from, to).toMillis();
    if (whole <= 0 || first == null) {
      return heardAt(from) ? 1 : 0;
    }
    long heard = overlap(first, last, from, to);
    for (Gap g : gaps) {
      heard -= overlap(g.before().time(), g.after().time(), from, to);
    }
    return (double) heard / whole;
  }

  private static long overlap(Instant a, Instant b, Instant from, Instant to) {
    Instant begin = a.isAfter(from) ? a : from;
    Instant end = b.isBefore(to) ? b : to;
    return Math.max(0, Duration.between(begin, end).toMillis());
  }
}
