package io.qingtu.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.MapQueries;
import io.qingtu.server.store.TrackQueries;
import io.qingtu.web.evidence.AlertTrack;
import io.qingtu.web.evidence.Surroundings;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Everything that a person needs to judge one alert. Opening it is audited. */
public final class EvidenceController implements Controller {
  private final AlertQueries alerts;
  private final AlertTrack tracks;
  private final MapQueries map;
  private final AuditLog audit;
  private final CityClock clock;

  public EvidenceController(
      AlertQueries alerts, TrackQueries tracks, MapQueries map, AuditLog audit, CityClock clock) {
    this.alerts = alerts;
    this.tracks = new AlertTrack(tracks);
    this.map = map;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/alerts/:id/evidence").handler(Reply.json(this::evidence));
  }

  private Object evidence(RoutingContext ctx) {
    AlertRow alert = AlertsController.named(ctx, alerts);
    List<Position> track = tracks.of(alert, clock.now());
    audit.append(
        ctx, AuditAction.EVIDENCE, "alert/" + alert.id(), Map.of("revision", alert.revision()));
    ObjectNode answer = Json.MAPPER.createObjectNode();
    answer.set("alert", Json.MAPPER.valueToTree(alert));
    answer.set("points", Json.MAPPER.valueToTree(track.stream().map(TrackPoint::of).toList()));
    answer.putRawValue(
        "permit", new RawValue(map.permit(alert.permitId(), Sessions.scope(ctx)).orElse("null")));
    answer
        .putObject("places")
        .put("type", "FeatureCollection")
        .putArray("features")
        .addAll(new Surroundings(map, alert, track).places());
    answer.putRawValue(
        "routes", new RawValue(Json.featureCollection(map.routesOf(alert.permitId()))));
    answer.putRawValue(
        "segments", new RawValue(Json.featureCollection(map.segments(alert.segmentIds()))));
    return answer;
  }
}
