package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.EvidenceTracks;
import io.qingtu.server.store.MapQueries;
import io.qingtu.server.store.TrackQueries;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Everything that a person needs to judge one alert. Opening it is audited. */
public final class EvidenceController implements Controller {
  /** An alert that goes on for days shows its first day. */
  private static final Duration MOST = EvidenceTracks.OPEN;

  private static final double NEAR_METRES = 500;

  private final AlertQueries alerts;
  private final TrackQueries tracks;
  private final MapQueries map;
  private final AuditLog audit;
  private final CityClock clock;

  public EvidenceController(
      AlertQueries alerts, TrackQueries tracks, MapQueries map, AuditLog audit, CityClock clock) {
    this.alerts = alerts;
    this.tracks = tracks;
    this.map = map;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/alerts/:id/evidence").handler(Reply.json(this::evidence));
  }

  private Object evidence(RoutingContext ctx) throws Exception {
    AlertRow alert = AlertsController.named(ctx, alerts);
    List<TrackPoint> points = points(alert);
    audit.append(ctx, "evidence", "alert/" + alert.id(), Map.of("revision", alert.revision()));
    GeoBox around = new GeoBox();
    points.stream().filter(TrackPoint::valid).forEach(p -> around.include(p.lon(), p.lat()));
    around.include(alert.lon(), alert.lat());
    around.widen(NEAR_METRES);
    ObjectNode answer = Json.MAPPER.createObjectNode();
    answer.set("alert", Json.MAPPER.valueToTree(alert));
    answer.set("points", Json.MAPPER.valueToTree(points));
    answer.putRawValue(
        "permit", new RawValue(map.permit(alert.permitId(), Sessions.scope(ctx)).orElse("null")));
    answer.set("places", near(around));
    answer.putRawValue(
        "routes", new RawValue(Json.featureCollection(map.routesOf(alert.permitId()))));
    answer.putRawValue(
        "segments", new RawValue(Json.featureCollection(map.segments(alert.segmentIds()))));
    return answer;
  }

  private List<TrackPoint> points(AlertRow alert) {
    if (alert.plate().isEmpty()) {
      return List.of();
    }
    Instant end = alert.end() == null ? clock.now() : alert.end();
    Instant from = alert.start().minus(EvidenceTracks.MARGIN);
    Instant last = end.plus(EvidenceTracks.MARGIN);
    Instant to = last.isAfter(from.plus(MOST)) ? from.plus(MOST) : last;
    return tracks.track(alert.plate(), from, to).stream().map(TrackPoint::of).toList();
  }

  private ObjectNode near(GeoBox box) throws Exception {
    ObjectNode collection = Json.MAPPER.createObjectNode().put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    for (String text : map.places()) {
      JsonNode feature = Json.MAPPER.readTree(text);
      if (box.meets(feature.path("geometry"))) {
        features.add(feature);
      }
    }
    return collection;
  }
}
