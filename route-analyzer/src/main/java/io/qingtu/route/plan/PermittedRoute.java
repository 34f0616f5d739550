package io.qingtu.route.plan;

import org.locationtech.jts.geom.LineString;

/**
 * A permitted route (核准路线). One that was redrawn stands in a plan once for each of its lines, with
 * validities that follow each other.
 *
 * @param line longitude/latitude, WGS-84 degrees
 * @param corridorMetres half-width of the corridor, m; NaN means the parameter's default
 * @param validity when it may be taken
 */
public record PermittedRoute(String id, LineString line, double corridorMetres, Validity validity) {
  /** A route that was always this one. */
  public PermittedRoute(String id, LineString line, double corridorMetres) {
    this(id, line, corridorMetres, Validity.ALWAYS);
  }
}
