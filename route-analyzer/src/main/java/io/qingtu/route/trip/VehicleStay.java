package io.qingtu.route.trip;

import java.time.Duration;
import java.time.Instant;

/**
 * A stay (SM-2) of a truck, a minute or longer, with what was known of it: in a place or outside
 * all of them, at a standstill or creeping within {@code stay_r}.
 *
 * @param x metres east of the centroid in the city's plane
 * @param y metres north
 * @param longestGap longest time between two of its fixes: what it did in between was not seen
 * @param placeId the smallest place, zones aside, that contains the centroid; empty where none
 * @param edgeId the nearest road within {@code carriageway_m}; empty where none
 * @param atJunction whether it stood on that road near a junction
 * @param loadBefore what was believed of the load at its first fix
 * @param loadAfter what was believed of the load at its last fix
 * @param tripId the loaded trip under way at its last fix; empty where none
 */
public record VehicleStay(
    String plate,
    Instant start,
    Instant end,
    double x,
    double y,
    Duration longestGap,
    String placeId,
    String edgeId,
    boolean atJunction,
    LoadEstimate.State loadBefore,
    LoadEstimate.State loadAfter,
    String tripId) {
  public Duration duration() {
    return Duration.between(start, end);
  }

  /** Metres between the centroids. */
  public double distanceTo(VehicleStay other) {
    return Math.hypot(other.x - x, other.y - y);
  }

  /** Time that both lasted; zero or negative where they do not overlap. */
  public Duration overlap(VehicleStay other) {
    Instant from = start.isAfter(other.start) ? start : other.start;
    Instant to = end.isBefore(other.end) ? end : other.end;
    return Duration.between(from, to);
  }
}
