package io.qingtu.web.api;

import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.CasePhotoStore;
import io.qingtu.server.store.CaseQueries;
import io.qingtu.server.store.CaseRow;
import io.qingtu.server.store.FiledPhoto;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Named;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;

/** Photos of cases, with place and time. Each is on the disk before its answer. */
public final class CasePhotosController implements Controller {
  /** Path of what takes them; their bodies are larger than others. */
  public static final String PHOTOS = "/cases/:id/photos";

  private final CaseQueries cases;
  private final CasePhotoStore photos;
  private final CaseDetails details;
  private final AuditLog audit;
  private final CasePhotoIntake intake;

  public CasePhotosController(CaseRoom room, AuditLog audit, CityClock clock) {
    this.cases = room.cases();
    this.photos = room.photos();
    this.details = room.details();
    this.audit = audit;
    this.intake = new CasePhotoIntake(photos, audit, clock);
  }

  @Override
  public void mount(Router api) {
    api.post(PHOTOS).handler(Reply.json(201, this::file));
    api.get(PHOTOS + "/:photo").handler(EvidenceFile.answer(this::find));
  }

  private Object file(RoutingContext ctx) {
    CaseRow row = CasesController.named(ctx, cases);
    Account account = Sessions.account(ctx);
    String clientId = PhotoUpload.clientId(ctx);
    Optional<FiledPhoto> known = photos.sent(account.id(), clientId);
    if (known.isPresent()) {
      return details.of(ofCase(known.get(), row));
    }
    if (!CaseDetails.mayAddPhotos(account, row)) {
      throw ApiException.forbidden("this case takes no photos of the role " + account.role());
    }
    return details.of(ofCase(intake.file(ctx, row, clientId), row));
  }

  private static FiledPhoto ofCase(FiledPhoto photo, CaseRow row) {
    if (photo.of() != row.id()) {
      throw ApiException.conflict("other_case", "this clientId names a photo of another case");
    }
    return photo;
  }

  private EvidenceFile find(RoutingContext ctx) {
    CaseRow row = CasesController.named(ctx, cases);
    FiledPhoto photo =
        Named.of(ctx, "photo", "photo", id -> photos.find(row.id(), id, Sessions.scope(ctx)));
    audit.append(
        ctx,
        AuditAction.PHOTO,
        "case/" + row.id(),
        Map.of("photo", photo.id(), "sha256", photo.sha256()));
    return EvidenceFile.photo(
        "case " + row.id(), photo.id(), photo.format(), () -> photos.verified(photo));
  }
}
