package io.qingtu.route.trip;

import java.time.Instant;

/**
 * A time that a vehicle spent near the cameras of a place.
 *
 * @param from first fix near it
 * @param to last fix near it without a gap between
 */
public record NearGate(String placeId, Instant from, Instant to) {}
