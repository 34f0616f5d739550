package io.qingtu.route.plan;

import org.locationtech.jts.geom.LineString;

/**
 * A permitted route (核准路线).
 *
 * @param line longitude/latitude, WGS-84 degrees
 * @param corridorMetres half-width of the corridor, m; NaN means the parameter's default
 */
public record PermittedRoute(String id, LineString line, double corridorMetres) {}
