package io.qingtu.route.sweep;

import io.qingtu.route.track.CleanFix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When a vehicle was seen to stay in a depot without a gap. */
public final class DepotLog {
  /** Both ends are fixes. */
  public record Stay(Instant from, Instant to) {
    public boolean covers(Instant begin, Instant end) {
      return !from.isAfter(begin) && !to.isBefore(end);
    }
  }

  private final List<Stay> ended = new ArrayList<>();
  private Instant from;
  private Instant to;

  /** Takes the next fix, and whether a depot is being visited. */
  public void accept(CleanFix fix, boolean inside) {
    if (from != null && (!inside || fix.afterGap())) {
      ended.add(new Stay(from, to));
      from = null;
    }
    if (inside) {
      from = from == null ? fix.time() : from;
      to = fix.time();
    }
  }

  public List<Stay> stays() {
    List<Stay> all = new ArrayList<>(ended);
    if (from != null) {
      all.add(new Stay(from, to));
    }
    return all;
  }
}
