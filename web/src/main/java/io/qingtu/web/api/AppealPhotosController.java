package io.qingtu.web.api;

import io.qingtu.server.store.Account;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AppealPhotos;
import io.qingtu.server.store.AppealRefusal;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.FiledPhoto;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Named;
import io.qingtu.web.http.Reply;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Photos with which a company appeals, with place and time; each is filed before its appeal. */
public final class AppealPhotosController implements Controller {
  /** Path of what takes them; their bodies are larger than others. */
  public static final String PHOTOS = "/alerts/:id/appeal/photos";

  private final AppealPhotos photos;
  private final AlertQueries alerts;
  private final AuditLog audit;
  private final CityClock clock;

  public AppealPhotosController(
      AppealRoom room, AlertQueries alerts, AuditLog audit, CityClock clock) {
    this.photos = room.photos();
    this.alerts = alerts;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.post(PHOTOS).handler(Reply.json(201, this::file));
    api.get(PHOTOS + "/:photo").handler(EvidenceFile.answer(this::find));
  }

  private Object file(RoutingContext ctx) {
    AlertRow alert = AlertsController.named(ctx, alerts);
    Account account = AppealRoom.appellant(ctx);
    String clientId = PhotoUpload.clientId(ctx);
    Optional<FiledPhoto> known = photos.sent(account.id(), clientId);
    FiledPhoto filed = known.orElseGet(() -> file(ctx, alert.id(), account, clientId));
    if (filed.of() != alert.id()) {
      throw ApiException.conflict(
          "other_appeal", "this clientId names a photo of another alert's appeal");
    }
    if (known.isEmpty()) {
      append(ctx, AuditAction.APPEAL_PHOTO, filed);
    }
    return AppealRoom.shown(filed, alert.lon(), alert.lat());
  }

  private FiledPhoto file(RoutingContext ctx, long alert, Account account, String clientId) {
    Instant now = clock.now();
    PhotoUpload sent = PhotoUpload.of(ctx, now);
    try {
      return photos.file(
          alert, account.companyId(), sent.by(account.id(), clientId), sent.content(), now);
    } catch (AppealRefusal e) {
      throw AppealRoom.refused(e);
    }
  }

  private EvidenceFile find(RoutingContext ctx) {
    AlertRow alert = AlertsController.named(ctx, alerts);
    FiledPhoto photo = Named.of(ctx, "photo", "photo", id -> photos.find(alert.id(), id));
    append(ctx, AuditAction.PHOTO, photo);
    return EvidenceFile.photo(
        "the appeal against alert " + alert.id(),
        photo.id(),
        photo.format(),
        () -> photos.verified(photo));
  }

  private void append(RoutingContext ctx, AuditAction action, FiledPhoto photo) {
    audit.append(
        ctx,
        action,
        "alert/" + photo.of(),
        Map.of("appealPhoto", photo.id(), "sha256", photo.sha256()));
  }
}
