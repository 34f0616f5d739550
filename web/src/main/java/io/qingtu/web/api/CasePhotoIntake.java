package io.qingtu.web.api;

import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.CasePhotoStore;
import io.qingtu.server.store.CaseRow;
import io.qingtu.server.store.FiledPhoto;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Map;

/** Files the photo that a request brings with a case, whoever sends it; audited. */
record CasePhotoIntake(CasePhotoStore photos, AuditLog audit, CityClock clock) {
  /**
   * Blocks until the photo is durable.
   *
   * @param clientId the sender's own name of it
   * @throws ApiException where something of it is wrong
   */
  FiledPhoto file(RoutingContext ctx, CaseRow row, String clientId) {
    Account account = Sessions.account(ctx);
    Instant now = clock.now();
    PhotoUpload sent = PhotoUpload.of(ctx, now);
    FiledPhoto filed = photos.file(row.id(), sent.by(account.id(), clientId), sent.content(), now);
    audit.append(
        ctx,
        AuditAction.CASE_PHOTO,
        "case/" + row.id(),
        Map.of("photo", filed.id(), "sha256", filed.sha256()));
    return filed;
  }
}
