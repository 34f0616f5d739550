package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** What all orders to vehicles (派车) have in common. */
final class Assignment {
  private static final int MOST_PLATE = 20;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm").withZone(DailyHours.CITY_ZONE);

  private Assignment() {}

  /**
   * The vehicle that a body names by its plate.
   *
   * @throws ApiException 400 where it is none that whoever asks sees
   */
  static VehicleRow vehicle(RoutingContext ctx, JsonNode body, FleetQueries fleet) {
    return fleet
        .find(Arguments.field(body, "plate", MOST_PLATE), Sessions.scope(ctx))
        .orElseThrow(() -> ApiException.badParameter("plate", "is no vehicle that you see"));
  }

  /** A moment as a driver is told it, in the city's zone: 05:40. */
  static String clock(Instant at) {
    return CLOCK.format(at);
  }
}
