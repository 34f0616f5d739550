package io.qingtu.web.api;

import io.qingtu.server.store.MapQueries;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.Router;

/** The city's own map as GeoJSON: it needs no tile server. */
public final class MapController implements Controller {
  private final MapQueries map;

  public MapController(MapQueries map) {
    this.map = map;
  }

  @Override
  public void mount(Router api) {
    api.get("/map/places").handler(Reply.json(ctx -> Json.featureCollection(map.places())));
    api.get("/map/routes")
        .handler(Reply.json(ctx -> Json.featureCollection(map.routes(Sessions.scope(ctx)))));
    api.get("/map/segments").handler(Reply.json(ctx -> Json.featureCollection(map.segments())));
  }
}
