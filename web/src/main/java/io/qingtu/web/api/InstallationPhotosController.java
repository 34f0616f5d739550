package io.qingtu.web.api;

import io.qingtu.route.acceptance.PhotoKind;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.FiledPhoto;
import io.qingtu.server.store.InstallationPhotos;
import io.qingtu.server.store.InstallationPhotos.PhotoRow;
import io.qingtu.server.store.InstallationRow;
import io.qingtu.server.store.Permission;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Photos of installations. Each is on the disk before its answer. */
public final class InstallationPhotosController implements Controller {
  /** Path of what takes them; their bodies are larger than others. */
  public static final String PHOTOS = "/installations/:id/photos";

  private record Filed(String id, PhotoKind kind, String sha256) {}

  private final Workshop room;
  private final InstallationPhotos photos;
  private final AuditLog audit;
  private final CityClock clock;

  public InstallationPhotosController(Workshop room, AuditLog audit, CityClock clock) {
    this.room = room;
    this.photos = room.photos();
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.post(PHOTOS).handler(Reply.json(201, this::file));
    api.get(PHOTOS + "/:photo").handler(EvidenceFile.answer(this::find));
  }

  private Object file(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.INSTALL);
    InstallationRow row = room.named(ctx);
    String clientId = PhotoUpload.clientId(ctx);
    Optional<PhotoRow> known = photos.sent(account.id(), clientId);
    if (known.isPresent()) {
      return filed(known.get(), row);
    }
    if (!row.state().isOpen()) {
      throw ApiException.conflict("ended", "it was accepted or cancelled before");
    }
    PhotoKind kind =
        new Arguments(ctx)
            .choice("kind", PhotoKind.class)
            .orElseThrow(() -> ApiException.badParameter("kind", "is missing"));
    Instant now = clock.now();
    PhotoUpload sent = PhotoUpload.of(ctx, now);
    PhotoRow filed =
        photos.file(row.id(), kind, sent.by(account.id(), clientId), sent.content(), now);
    audit.append(
        ctx,
        AuditAction.INSTALLATION_PHOTO,
        "installation/" + row.id(),
        Map.of("photo", filed.photo().id(), "kind", kind.name(), "sha256", filed.photo().sha256()));
    return filed(filed, row);
  }

  private static Filed filed(PhotoRow filed, InstallationRow row) {
    FiledPhoto photo = filed.photo();
    if (photo.of() != row.id()) {
      throw ApiException.conflict(
          "other_installation", "this clientId names a photo of another installation");
    }
    return new Filed(Long.toString(photo.id()), filed.kind(), photo.sha256());
  }

  private EvidenceFile find(RoutingContext ctx) {
    Sessions.need(ctx, Permission.TERMINALS);
    InstallationRow row = room.named(ctx);
    String id = ctx.pathParam("photo");
    PhotoRow photo =
        photos.of(row.id()).stream()
            .filter(p -> Long.toString(p.photo().id()).equals(id))
            .findFirst()
            .orElseThrow(() -> ApiException.notFound("photo " + id));
    return EvidenceFile.photo(
        "installation " + row.id(),
        photo.photo().id(),
        photo.photo().format(),
        () -> photos.verified(photo));
  }
}
