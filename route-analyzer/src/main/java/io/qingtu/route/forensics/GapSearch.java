package io.qingtu.route.forensics;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.trip.Trip.EndKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * P05 失联取证: where a load can have gone while its truck was not seen. A trip that ended at an end
 * place, or whose unloading a sensor saw, lost nothing in its gaps; one that still goes on has not
 * yet come back empty.
 */
public final class GapSearch {
  private static final Comparator<Reachable> RANK =
      Comparator.comparing(Reachable::detour)
          .thenComparing(h -> h.place().kind())
          .thenComparing(h -> h.place().id());

  private final Parameters p;

  public GapSearch(Parameters parameters) {
    this.p = parameters;
  }

  /**
   * The gaps of a trip in which its load may have gone, in order of time: loaded before, and empty
   * or back at a site after. A load sensor that says otherwise is believed; one that says nothing
   * is not asked.
   *
   * @param track of the vehicle in the order of fix time, from leaving the site to the end of the
   *     trip, both fixes included
   */
  public List<LostTime> gaps(EndKind end, List<Position> track) {
    List<LostTime> gaps = new ArrayList<>();
    if (end != EndKind.UNEXPLAINED && end != EndKind.GAP) {
      return gaps;
    }
    Position a = null;
    for (Position b : track) {
      if (!b.fixValid()) {
        continue;
      }
      if (a != null && mayHaveLost(a, b)) {
        gaps.add(lost(a, b));
      }
      a = b;
    }
    return gaps;
  }

  private boolean mayHaveLost(Position a, Position b) {
    return millis(a.fixTime(), b.fixTime()) >= p.millis(Parameter.GAP_LOST_S)
        && a.sensors().load() != Load.EMPTY
        && b.sensors().load() != Load.LOADED;
  }

  private static LostTime lost(Position a, Position b) {
    return new LostTime(
        a.fixTime(), b.fixTime(), a.longitude(), a.latitude(), b.longitude(), b.latitude());
  }

  private static long millis(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }

  public ReachableArea area(LostTime gap) {
    return new ReachableArea(gap, p);
  }

  /** The places that are reachable in the gap, those that lie least out of the way first. */
  public List<Reachable> rank(LostTime gap, List<GapPlace> places) {
    ReachableArea area = area(gap);
    return places.stream()
        .filter(x -> area.contains(x.longitude(), x.latitude()))
        .map(x -> new Reachable(x, area.detour(x.longitude(), x.latitude())))
        .sorted(RANK)
        .toList();
  }
}
