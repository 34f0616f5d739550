package io.qingtu.web.api;

import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.FiledPhoto;
import io.qingtu.server.store.NoticePhotos;
import io.qingtu.server.store.NoticeRefusal;
import io.qingtu.server.store.NoticeRow;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.TakenPhoto;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Named;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Photos with which a company answers, with place and time; each is filed before its answer. */
public final class NoticePhotosController implements Controller {
  /** Path of what takes them; their bodies are larger than others. */
  public static final String PHOTOS = "/notices/:id/photos";

  private final NoticeRoom room;
  private final NoticePhotos photos;
  private final AuditLog audit;
  private final CityClock clock;

  public NoticePhotosController(NoticeRoom room, AuditLog audit, CityClock clock) {
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
    Account account = Sessions.need(ctx, Permission.HANDLE);
    NoticeRow row = room.named(ctx);
    int company = NoticeRoom.company(ctx);
    String clientId = PhotoUpload.clientId(ctx);
    Optional<FiledPhoto> known = photos.sent(account.id(), clientId);
    FiledPhoto filed = known.orElseGet(() -> file(ctx, row.id(), company, clientId));
    if (filed.of() != row.id()) {
      throw ApiException.conflict("other_notice", "this clientId names a photo of another notice");
    }
    if (known.isEmpty()) {
      audit.append(
          ctx,
          AuditAction.NOTICE_PHOTO,
          "alert/" + row.alertId(),
          Map.of("notice", row.id(), "photo", filed.id(), "sha256", filed.sha256()));
    }
    return room.of(row, account.id());
  }

  private FiledPhoto file(RoutingContext ctx, long notice, int company, String clientId) {
    Instant now = clock.now();
    PhotoUpload sent = PhotoUpload.of(ctx, now);
    TakenPhoto photo = sent.by(Sessions.account(ctx).id(), clientId);
    try {
      return photos.file(notice, company, photo, sent.content(), now);
    } catch (NoticeRefusal e) {
      throw NoticeRoom.refused(e);
    }
  }

  private EvidenceFile find(RoutingContext ctx) {
    NoticeRow row = room.named(ctx);
    FiledPhoto photo = Named.of(ctx, "photo", "photo", id -> photos.find(row.id(), id));
    audit.append(
        ctx,
        AuditAction.PHOTO,
        "alert/" + row.alertId(),
        Map.of("notice", row.id(), "photo", photo.id(), "sha256", photo.sha256()));
    return EvidenceFile.photo(
        "notice " + row.id(), photo.id(), photo.format(), () -> photos.verified(photo));
  }
}
