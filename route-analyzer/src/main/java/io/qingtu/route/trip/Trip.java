package io.qingtu.route.trip;

import io.qingtu.route.alert.Grade;
import java.time.Instant;

/**
 * One loaded trip (趟次) of a muck truck.
 *
 * @param outTime when it left the site
 * @param endTime when it ended; null while under way
 * @param distanceMetres length of the track of the loaded leg, m
 * @param adherence share of the loaded leg inside permitted corridors, 0–1; NaN where there is no
 *     route
 * @param grade how sure its end is: A two sensors saw the load go, B one did, C only the track
 * @param coverOpenSeconds time with the cover not closed while loaded and moving, s
 * @param coverOpenMetres way driven with the cover not closed while loaded, m
 * @param coverKnownMetres loaded way of which a healthy cover sensor told the cover's state, m
 * @param observedShare share of the trip's time that is covered by fixes, 0–1
 */
public record Trip(
    String id,
    String plate,
    String permitId,
    String siteId,
    Instant outTime,
    EndKind endKind,
    String endPlaceId,
    Instant endTime,
    Grade grade,
    double distanceMetres,
    double adherence,
    long coverOpenSeconds,
    double coverOpenMetres,
    double coverKnownMetres,
    double maxSpeedKmh,
    double observedShare,
    String waybillId,
    String waybillMatch) {
  /** The same trip with another end, which only the whole city shows; at no place. */
  public Trip ended(EndKind kind, Instant at) {
    return new Trip(
        id,
        plate,
        permitId,
        siteId,
        outTime,
        kind,
        "",
        at,
        grade,
        distanceMetres,
        adherence,
        coverOpenSeconds,
        coverOpenMetres,
        coverKnownMetres,
        maxSpeedKmh,
        observedShare,
        waybillId,
        waybillMatch);
  }

  /** How a trip ended. */
  public enum EndKind {
    OK,
    WRONG_SITE,
    ELSEWHERE,
    UNEXPLAINED,
    PARKED_LOADED,
    GAP,
    OVERDUE,
    /** Not over yet; never written to a file. */
    UNDER_WAY;

    /** Whether the load came off, as far as is known. */
    public boolean isUnloading() {
      return this == OK || this == WRONG_SITE || this == ELSEWHERE;
    }
  }
}
