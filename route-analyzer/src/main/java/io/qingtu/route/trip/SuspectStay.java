package io.qingtu.route.trip;

import io.qingtu.route.trip.Trip.EndKind;
import java.time.Instant;

/**
 * A stay of a loaded truck without usable lift and weight sensors at which it may have unloaded: a
 * candidate of M02, with what the truck's own track says for and against it. What others saw there
 * is added by the look at the whole city.
 *
 * @param siteId where the load comes from
 * @param end how the trip ended; UNDER_WAY while it has not
 * @param endedAt when; null while it has not
 * @param endPlaceId where it ended; empty where in no place
 * @param unseenVisit whether a gap of the trip was long enough for a visit of an end place
 * @param offRoad f2: the centroid lies beside no road, or on a back lane that leads nowhere
 * @param turned f3: turned round or reversed there
 * @param faster f7: mean speed on the same roads after it, as a share of that before; NaN where not
 *     known
 */
public record SuspectStay(
    VehicleStay stay,
    String permitId,
    String siteId,
    EndKind end,
    Instant endedAt,
    String endPlaceId,
    boolean unseenVisit,
    boolean offRoad,
    boolean turned,
    double faster) {
  /** f1: back at a site from there, and no end place was visited. */
  public boolean returned() {
    return end == EndKind.UNEXPLAINED && !unseenVisit;
  }

  /** Whether the trip is over: nothing more can speak for or against it. */
  public boolean isFinal() {
    return endedAt != null;
  }
}
