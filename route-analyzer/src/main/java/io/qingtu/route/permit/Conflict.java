package io.qingtu.route.permit;

import io.qingtu.route.plan.Permit;

/**
 * Something that is wrong with a permit as it is on file.
 *
 * @param objectId the route, place or other permit that it is about; empty where it is the permit
 *     itself
 * @param measured how much, in the unit of the kind; NaN where there is nothing to measure
 */
public record Conflict(Kind kind, Permit permit, String objectId, double measured) {
  /** What is wrong. */
  public enum Kind {
    /** It ran out within the last month, and the vehicle has no other one for the site. */
    EXPIRED,
    /** It names no route: any way is permitted. */
    NO_ROUTE,
    ROUTE_UNKNOWN,
    /** The route ends before the permit does. */
    ROUTE_ENDED,
    /** Much of the route runs where there is no road; share of its length, 0 to 1. */
    ROUTE_OFF_ROAD,
    /** None of its routes comes near the site, or near this ground; metres. */
    ROUTE_MISSES,
    SITE_UNKNOWN,
    /** The site closes before the permit ends. */
    SITE_CLOSED,
    GROUND_UNKNOWN,
    GROUND_CLOSED,
    /** Another permit of the vehicle for the site is in force at the same time. */
    OVERLAP,
    /** 补录: it was typed in after it began; hours. */
    ENTERED_LATE
  }
}
