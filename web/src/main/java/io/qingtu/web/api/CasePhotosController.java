package io.qingtu.web.api;

import io.qingtu.route.casework.Scene;
import io.qingtu.route.geo.Datum;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.CasePhotoStore;
import io.qingtu.server.store.CasePhotoStore.NewPhoto;
import io.qingtu.server.store.CasePhotoStore.PhotoRow;
import io.qingtu.server.store.CaseQueries;
import io.qingtu.server.store.CaseRow;
import io.qingtu.server.store.DamagedMediaException;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Photos of cases, with place and time. Each is on the disk before its answer. */
public final class CasePhotosController implements Controller {
  private static final Logger LOG = LoggerFactory.getLogger(CasePhotosController.class);

  /** Path of what takes them; their bodies are larger than others. */
  public static final String PHOTOS = "/cases/:id/photos";

  /** A phone's clock may be ahead of ours. */
  private static final Duration EARLY = Duration.ofMinutes(10);

  private static final String CLIENT_ID = "[A-Za-z0-9_-]{8,64}";

  private final CaseQueries cases;
  private final CasePhotoStore photos;
  private final CaseDetails details;
  private final AuditLog audit;
  private final CityClock clock;

  public CasePhotosController(CaseRoom room, AuditLog audit, CityClock clock) {
    this.cases = room.cases();
    this.photos = room.photos();
    this.details = room.details();
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.post(PHOTOS).handler(Reply.json(201, this::file));
    api.get(PHOTOS + "/:photo").handler(this::show);
  }

  private Object file(RoutingContext ctx) {
    CaseRow row = CasesController.named(ctx, cases);
    Account account = Sessions.account(ctx);
    Arguments in = new Arguments(ctx);
    String clientId = in.text("clientId").filter(id -> id.matches(CLIENT_ID)).orElse("");
    if (clientId.isEmpty()) {
      throw ApiException.badParameter(
          "clientId", "is no name of 8 to 64 letters, digits, - and _ that the sender gives it");
    }
    Optional<PhotoRow> known = photos.sent(account.id(), clientId);
    if (known.isPresent()) {
      return details.of(ofCase(known.get(), row));
    }
    if (!CaseDetails.mayAddPhotos(account, row)) {
      throw ApiException.forbidden("this case takes no photos of the role " + account.role());
    }
    Instant now = clock.now();
    Instant takenAt = in.requiredTime("takenAt");
    if (takenAt.isAfter(now.plus(EARLY))) {
      throw ApiException.badParameter("takenAt", "lies in the future");
    }
    Coordinate place =
        in.choice("datum", Datum.class)
            .orElse(Datum.WGS84)
            .toWgs84(in.degrees("lon", 180), in.degrees("lat", 90));
    Buffer sent = ctx.body().buffer();
    byte[] content = sent == null ? new byte[0] : sent.getBytes();
    PictureFormat format =
        PictureFormat.of(content)
            .orElseThrow(
                () -> ApiException.unsupported("no_picture", "the body is no JPEG and no PNG"));
    PhotoRow filed =
        photos.file(
            new NewPhoto(
                row.id(),
                account.id(),
                clientId,
                format.ending(),
                takenAt,
                new Scene(place.x, place.y)),
            content,
            now);
    audit.append(
        ctx,
        "case-photo",
        "case/" + row.id(),
        Map.of("photo", filed.id(), "sha256", filed.sha256()));
    return details.of(ofCase(filed, row));
  }

  private static PhotoRow ofCase(PhotoRow photo, CaseRow row) {
    if (photo.caseId() != row.id()) {
      throw ApiException.conflict("other_case", "this clientId names a photo of another case");
    }
    return photo;
  }

  private void show(RoutingContext ctx) {
    ctx.vertx()
        .executeBlocking(Reply.asReader(ctx, () -> find(ctx)), false)
        .onSuccess(found -> found.send(ctx))
        .onFailure(ctx::fail);
  }

  private EvidenceFile find(RoutingContext ctx) {
    CaseRow row = CasesController.named(ctx, cases);
    String id = ctx.pathParam("photo");
    PhotoRow photo =
        (id.matches("\\d{1,18}")
                ? photos.find(row.id(), Long.parseLong(id), Sessions.scope(ctx))
                : Optional.<PhotoRow>empty())
            .orElseThrow(() -> ApiException.notFound("photo " + id));
    audit.append(
        ctx, "photo", "case/" + row.id(), Map.of("photo", photo.id(), "sha256", photo.sha256()));
    try {
      PictureFormat format = PictureFormat.ofEnding(photo.format());
      return new EvidenceFile(
          photos.verified(photo), format.type(), photo.id() + "." + format.ending());
    } catch (DamagedMediaException e) {
      LOG.error("photo {} of case {}: {}", id, row.id(), e.getMessage());
      throw ApiException.damaged("photo " + id + ": " + e.getMessage());
    }
  }
}
