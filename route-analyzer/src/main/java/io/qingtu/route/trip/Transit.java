package io.qingtu.route.trip;

import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.Place;
import io.qingtu.route.track.CleanFix;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * How long a loaded trip has been on the road (SM-6): whether that is too long depends on the trips
 * of the whole city.
 *
 * @param endIds end places that it may be on its way to; empty where its permits name none
 * @param endPlaceId where it ended well; empty otherwise
 * @param endTime when it ended; null while it has not
 * @param parkings times parked with the load, in order: they do not count
 * @param until last moment on the road with the load, as far as is known
 * @param crumbs where it was from time to time when it had been on the road for long
 */
public record Transit(
    String tripId,
    String plate,
    String permitId,
    String siteId,
    List<String> endIds,
    String endPlaceId,
    LoadEstimate loadAtExit,
    Instant outTime,
    Instant endTime,
    List<Parking> parkings,
    Instant until,
    List<CleanFix> crumbs) {
  /**
   * @param from first fix of the stay
   * @param noticed when it had lasted so long that it is parking
   * @param to when it drove on; null while it parks
   */
  public record Parking(Instant from, Instant noticed, Instant to) {}

  static Transit of(OpenTrip t, String plate) {
    TreeSet<String> ends = new TreeSet<>();
    for (Permit p : t.validPermits()) {
      ends.addAll(p.disposalIds());
    }
    Place end = t.endKind() == Trip.EndKind.OK ? t.endPlace() : null;
    return new Transit(
        t.id(),
        plate,
        t.permitId(),
        t.site().id(),
        List.copyOf(ends),
        end == null ? "" : end.id(),
        t.loadAtExit(),
        t.outTime(),
        t.endTime(),
        List.copyOf(t.parkings),
        t.transitUntil,
        List.copyOf(t.crumbs));
  }

  /** When it will have been on the road for so long, or was; null while it parks before that. */
  public Instant after(Duration onTheRoad) {
    Instant from = outTime;
    Duration left = onTheRoad;
    for (Parking p : parkings) {
      if (!from.plus(left).isAfter(p.noticed)) {
        return from.plus(left);
      }
      if (p.to == null) {
        return null;
      }
      // what counted as driving before the parking was noticed cannot be less than nothing
      Duration driven = Duration.between(from, p.from);
      left = left.minus(driven.isNegative() ? Duration.ZERO : driven);
      from = p.to;
    }
    return from.plus(left);
  }
}
