package io.qingtu.route.rule;

import java.time.Instant;

/**
 * A spot at which a truck stayed again and again with its load and always went on to an end place:
 * proposed as a place (a depot, a rest place), which a person may draw or not.
 *
 * @param stays how many
 */
public record RestPlace(
    String plate, double longitude, double latitude, int stays, Instant first, Instant last) {}
