package io.qingtu.web.api;

import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.ExemptionFiles;
import io.qingtu.server.store.ExemptionFiles.FileRow;
import io.qingtu.server.store.ExemptionFiles.NewFile;
import io.qingtu.server.store.ExemptionRefusal;
import io.qingtu.server.store.ExemptionRow;
import io.qingtu.server.store.ExemptionStore;
import io.qingtu.server.store.Permission;
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

/** What shows the reason of a request for an exemption, for whoever decides on it. */
public final class ExemptionFilesController implements Controller {
  /** Path of what takes them; their bodies are larger than others. */
  public static final String FILES = "/exemptions/:id/files";

  private final ExemptionStore exemptions;
  private final ExemptionFiles files;
  private final ExemptionDetails details;
  private final AuditLog audit;
  private final CityClock clock;

  public ExemptionFilesController(
      ExemptionStore exemptions, ExemptionFiles files, AuditLog audit, CityClock clock) {
    this.exemptions = exemptions;
    this.files = files;
    this.details = new ExemptionDetails(files);
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.post(FILES).handler(Reply.json(201, this::file));
    api.get(FILES + "/:file").handler(EvidenceFile.answer(this::find));
  }

  private Object file(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.EXCUSE);
    ExemptionRow row = named(ctx);
    String clientId = PhotoUpload.clientId(ctx);
    Optional<FileRow> known = files.sent(account.id(), clientId);
    if (known.isEmpty()) {
      file(ctx, new NewFile(row.id(), account.id(), clientId, ""));
    } else if (known.get().requestId() != row.id()) {
      throw ApiException.conflict("other_exemption", "this clientId names a file of another one");
    }
    return details.of(named(ctx));
  }

  private void file(RoutingContext ctx, NewFile named) {
    byte[] content = PhotoUpload.content(ctx);
    FileFormat format =
        FileFormat.of(content)
            .orElseThrow(
                () ->
                    ApiException.unsupported(
                        "no_evidence", "the body is no JPEG, no PNG and no PDF"));
    FileRow filed;
    try {
      filed =
          files.file(
              new NewFile(named.requestId(), named.userId(), named.clientId(), format.ending()),
              content,
              clock.now());
    } catch (ExemptionRefusal e) {
      throw ExemptionDetails.refused(e, Long.toString(named.requestId()));
    }
    audit.append(
        ctx,
        AuditAction.EXEMPTION_FILE,
        "exemption/" + named.requestId(),
        Map.of("file", filed.id(), "sha256", filed.sha256()));
  }

  private ExemptionRow named(RoutingContext ctx) {
    int reader = Sessions.account(ctx).id();
    return Named.of(ctx, "exemption", id -> exemptions.find(id, Sessions.scope(ctx), reader));
  }

  private EvidenceFile find(RoutingContext ctx) {
    ExemptionRow row = named(ctx);
    FileRow file = Named.of(ctx, "file", "file", id -> files.find(row.id(), id));
    return EvidenceFile.photo(
        "exemption " + row.id(), file.id(), file.format(), () -> files.verified(file));
  }
}
