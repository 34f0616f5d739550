package io.qingtu.web.api;

import io.qingtu.server.store.CityNowQueries;
import io.qingtu.server.store.CityNowQueries.Camera;
import io.qingtu.server.store.CityNowQueries.Closure;
import io.qingtu.server.store.CityNowQueries.PlaceCount;
import io.qingtu.server.store.MapQueries;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The city's own map as GeoJSON, which needs no tile server, and what is so on it just now. */
public final class MapController implements Controller {
  private record Now(List<Camera> cameras, List<Closure> closures, List<PlaceCount> counts) {}

  private final MapQueries map;
  private final CityNowQueries present;
  private final CityClock clock;

  public MapController(MapQueries map, CityNowQueries present, CityClock clock) {
    this.map = map;
    this.present = present;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/map/places").handler(Reply.json(ctx -> Json.featureCollection(map.places())));
    api.get("/map/routes")
        .handler(Reply.json(ctx -> Json.featureCollection(map.routes(Sessions.scope(ctx)))));
    api.get("/map/segments").handler(Reply.json(ctx -> Json.featureCollection(map.segments())));
    api.get("/map/now").handler(Reply.json(this::now));
  }

  private Now now(RoutingContext ctx) {
    Instant now = clock.now();
    LocalDate today = clock.today();
    return new Now(
        present.cameras(now),
        present.closures(now),
        present.counts(
            Arguments.startOf(today), Arguments.startOf(today.plusDays(1)), Sessions.scope(ctx)));
  }
}
