package io.qingtu.route.forensics;

import java.time.Instant;

/**
 * A dump whose like is looked for (P09).
 *
 * @param longitude WGS-84 degrees
 * @param latitude WGS-84 degrees
 */
public record Dump(double longitude, double latitude, Instant at) {}
