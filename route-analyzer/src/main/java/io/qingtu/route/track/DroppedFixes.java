package io.qingtu.route.track;

import io.qingtu.route.geo.CityBox;
import io.qingtu.route.plan.Parameters;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which records of a track the rules did not use, and why. */
public final class DroppedFixes {
  private final Map<Position, String> reasons = new IdentityHashMap<>();

  /**
   * Looks at a track as the rules do.
   *
   * @param track of one vehicle, in the order of fix time
   */
  public DroppedFixes(List<Position> track, CityBox city, Parameters parameters) {
    TrackCleaner cleaner =
        new TrackCleaner(city.plane(), city::covers, parameters, new Reasons(reasons));
    track.forEach(cleaner::accept);
    cleaner.finish();
  }

  /** The test that a record of the track failed, as C05; empty for one that passed. */
  public String reason(Position p) {
    return reasons.getOrDefault(p, "");
  }

  private record Reasons(Map<Position, String> reasons) implements TrackCleaner.Sink {
    @Override
    public void accepted(TrackCleaner.Point point) {
      // only what was dropped is asked for
    }

    @Override
    public void dropped(Position position, String reason) {
      reasons.put(position, reason);
    }
  }
}
