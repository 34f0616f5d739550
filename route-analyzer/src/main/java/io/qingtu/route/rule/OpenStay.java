package io.qingtu.route.rule;

import java.time.Instant;

/**
 * A stay of a truck without a load, seen from end to end, that no place and no traffic explains: it
 * may have stood at a site that nobody has registered (P01).
 *
 * @param longitude of the centroid, WGS-84 degrees
 * @param latitude of the centroid, WGS-84 degrees
 */
public record OpenStay(
    String plate, Instant start, Instant end, double longitude, double latitude) {}
