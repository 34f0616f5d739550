package io.qingtu.route.forensics;

import java.time.Instant;

/**
 * A dump that the analysis found or that somebody reported (P01).
 *
 * @param source the rule of the alert, or who reported
 * @param id of the alert or the report; unique together with the source
 * @param longitude WGS-84 degrees
 * @param latitude WGS-84 degrees
 */
public record Sighting(String source, String id, Instant time, double longitude, double latitude) {}
