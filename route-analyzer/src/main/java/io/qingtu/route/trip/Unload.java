package io.qingtu.route.trip;

import io.qingtu.route.plan.Place;
import java.time.Instant;

/**
 * The body was raised and the load came off, as the lift tells it.
 *
 * @param start first fix with the body up
 * @param end last fix with the body up
 * @param x metres east, mean of the fixes with the body up
 * @param y metres north
 * @param confirmed whether a second sensor saw the load fall; false where none is usable
 * @param weightBeforeT net payload before, t; NaN where not known
 * @param weightAfterT net payload when it was decided, t; NaN where not known
 * @param load why the truck was taken for loaded when the body went up
 * @param maxKmh fastest drive with the body up before it counted as raised, km/h
 * @param spread whether it never stood with the body up for long: the load was spread on the way
 * @param verdict what the place makes of it
 * @param place the place it happened at; null where none is near
 */
public record Unload(
    Instant start,
    Instant end,
    double x,
    double y,
    boolean confirmed,
    double weightBeforeT,
    double weightAfterT,
    LoadEstimate load,
    double maxKmh,
    boolean spread,
    Verdict verdict,
    Place place) {
  /** What the place of an unloading makes of it. */
  public enum Verdict {
    /** At a place where this truck may unload. */
    PERMITTED,
    /** At an end place that no permit of this truck names. */
    OTHER_END_PLACE,
    /** Back in the site that it was loaded at, shortly after loading. */
    OWN_SITE,
    ELSEWHERE
  }
}
