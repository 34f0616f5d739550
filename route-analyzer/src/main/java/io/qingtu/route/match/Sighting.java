package io.qingtu.route.match;

/**
 * A fix in the city's plane, as the matching sees it.
 *
 * @param headingDegrees course, 0–359; -1 where unknown
 */
public record Sighting(double x, double y, int headingDegrees) {}
