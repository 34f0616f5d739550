package io.qingtu.web.api;

import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.RoutingContext;

/** The vehicle that a path names by its plate. */
final class NamedVehicle {
  private NamedVehicle() {}

  /**
   * @throws ApiException with 404 where there is none that the reader may see
   */
  static VehicleRow of(RoutingContext ctx, FleetQueries fleet) {
    String plate = ctx.pathParam("plate");
    return fleet
        .find(plate, Sessions.scope(ctx))
        .orElseThrow(() -> ApiException.notFound("vehicle " + plate));
  }
}
