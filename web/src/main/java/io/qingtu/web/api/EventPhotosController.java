package io.qingtu.web.api;

import io.qingtu.server.store.CasePhotoStore;
import io.qingtu.server.store.CaseQueries;
import io.qingtu.server.store.CaseRow;
import io.qingtu.server.store.FiledPhoto;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Photos that come with what others find: of a citizen's report, a patrol, a camera. They stand
 * with the case that the event became, or joined, be it over by now: nothing that was shown is
 * turned away. Each is on the disk before its answer.
 */
public final class EventPhotosController implements Controller {
  /** Path of what takes them; their bodies are larger than others. */
  public static final String PHOTOS = "/events/:sourceId/photos";

  private final CaseQueries cases;
  private final CasePhotoStore photos;
  private final CasePhotoIntake intake;

  public EventPhotosController(CaseRoom room, AuditLog audit, CityClock clock) {
    this.cases = room.cases();
    this.photos = room.photos();
    this.intake = new CasePhotoIntake(photos, audit, clock);
  }

  @Override
  public void mount(Router api) {
    api.post(PHOTOS).handler(Reply.json(201, this::file));
  }

  private Object file(RoutingContext ctx) {
    String source = EventsController.source(ctx);
    String sourceId = ctx.pathParam("sourceId");
    CaseRow row =
        cases
            .ofEvent(source, sourceId)
            .orElseThrow(() -> ApiException.notFound("event " + sourceId));
    String clientId = PhotoUpload.clientId(ctx);
    Optional<FiledPhoto> known = photos.sent(Sessions.account(ctx).id(), clientId);
    FiledPhoto photo = known.isPresent() ? known.get() : intake.file(ctx, row, clientId);
    if (photo.of() != row.id()) {
      throw ApiException.conflict("other_event", "this clientId names a photo of another event");
    }
    return Json.MAPPER
        .createObjectNode()
        .put("sourceId", sourceId)
        .put("caseId", Long.toString(row.id()))
        .put("sha256", photo.sha256());
  }
}
