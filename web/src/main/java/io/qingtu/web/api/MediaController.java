package io.qingtu.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.DamagedMediaException;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.MediaQueries;
import io.qingtu.server.store.MediaRow;
import io.qingtu.server.store.Scope;
import io.qingtu.web.evidence.AlertMedia;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Named;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures, sound and clips of the vehicles. Looking at one is audited. */
public final class MediaController implements Controller {
  private static final Logger LOG = LoggerFactory.getLogger(MediaController.class);
  private static final int MOST = 500;

  /** By the ending of a file; what is not here is only to be saved. */
  private static final Map<String, String> TYPES =
      Map.of(
          "jpg", "image/jpeg",
          "tif", "image/tiff",
          "png", "image/png",
          "mp3", "audio/mpeg",
          "wav", "audio/wav",
          "wmv", "video/x-ms-wmv",
          "mp4", "video/mp4",
          "txt", "text/plain; charset=utf-8");

  private final AlertQueries alerts;
  private final FleetQueries fleet;
  private final MediaQueries media;
  private final MediaFolder folder;
  private final AuditLog audit;

  public MediaController(
      AlertQueries alerts,
      FleetQueries fleet,
      MediaQueries media,
      MediaFolder folder,
      AuditLog audit) {
    this.alerts = alerts;
    this.fleet = fleet;
    this.media = media;
    this.folder = folder;
    this.audit = audit;
  }

  @Override
  public void mount(Router api) {
    api.get("/alerts/:id/media").handler(Reply.json(this::ofAlert));
    api.get("/vehicles/:plate/media").handler(Reply.json(this::ofVehicle));
    api.get("/media/:id").handler(EvidenceFile.answer(this::find));
  }

  private Object ofAlert(RoutingContext ctx) {
    AlertRow alert = AlertsController.named(ctx, alerts);
    return list(new AlertMedia(media).of(alert, Sessions.scope(ctx)));
  }

  private Object ofVehicle(RoutingContext ctx) {
    String plate = ctx.pathParam("plate");
    Scope scope = Sessions.scope(ctx);
    fleet.find(plate, scope).orElseThrow(() -> ApiException.notFound("vehicle " + plate));
    Period period = Period.of(new Arguments(ctx));
    return list(media.ofVehicle(plate, period.from(), period.to(), scope, MOST));
  }

  private static Object list(List<MediaRow> rows) {
    return Map.of("media", rows.stream().map(MediaController::json).toList());
  }

  private static ObjectNode json(MediaRow row) {
    ObjectNode json = Json.MAPPER.valueToTree(row);
    return json.put("id", Long.toString(row.id()))
        .put("url", "/api/v1/media/" + row.id())
        .put("contentType", type(row));
  }

  private static String type(MediaRow row) {
    return TYPES.getOrDefault(row.format(), EvidenceFile.UNKNOWN_TYPE);
  }

  private EvidenceFile find(RoutingContext ctx) {
    MediaRow row = Named.of(ctx, "media", id -> media.find(id, Sessions.scope(ctx)));
    audit.append(ctx, AuditAction.MEDIA, "media/" + row.id(), Map.of("sha256", row.sha256()));
    try {
      return new EvidenceFile(
          folder.verified(row.sha256()), type(row), row.id() + "." + row.format());
    } catch (DamagedMediaException e) {
      LOG.error("media {} of {}: {}", row.id(), row.plate(), e.getMessage());
      throw ApiException.damaged("media " + row.id() + ": " + e.getMessage());
    }
  }
}
