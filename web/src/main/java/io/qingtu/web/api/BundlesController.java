package io.qingtu.web.api;

import io.qingtu.server.store.Account;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.ReadAs;
import io.qingtu.server.store.Scope;
import io.qingtu.web.evidence.Dossier;
import io.qingtu.web.evidence.DossierReader;
import io.qingtu.web.evidence.EvidencePacker;
import io.qingtu.web.evidence.Pem;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Download;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;

/**
 * Alerts as files that leave the house: the signed bundle, the sheet for the paper file, and the
 * key that a bundle is checked with. Whoever may export has those of the alerts that he or she
 * sees, and an officer those of the cases that are dispatched to the own squad; taking one is
 * audited.
 */
public final class BundlesController implements Controller {
  private final AlertQueries alerts;
  private final DossierReader dossiers;
  private final EvidencePacker packer;
  private final AuditLog audit;
  private final CityClock clock;
  private final WorkerExecutor printer;

  /**
   * @param vertx for a worker of its own: a sheet takes seconds of a core, so one is made at a time
   */
  public BundlesController(
      AlertQueries alerts,
      DossierReader dossiers,
      EvidencePacker packer,
      AuditLog audit,
      CityClock clock,
      Vertx vertx) {
    this.alerts = alerts;
    this.dossiers = dossiers;
    this.packer = packer;
    this.audit = audit;
    this.clock = clock;
    this.printer = vertx.createSharedWorkerExecutor("evidence", 1);
  }

  @Override
  public void mount(Router api) {
    api.get("/alerts/:id/evidence-bundle").handler(Download.file(printer, this::bundle));
    api.get("/alerts/:id/evidence-sheet").handler(Download.file(printer, this::sheet));
    api.get("/evidence-key").handler(Reply.json(ctx -> key()));
  }

  private Object key() {
    PublicKey key = packer.key().publicKey();
    return Map.of(
        "algorithm", "Ed25519", "pem", Pem.ofKey(key), "fingerprint", Pem.fingerprint(key));
  }

  private Download.File bundle(RoutingContext ctx) {
    AlertRow alert = named(ctx);
    return new Download.File(
        name(alert, "zip"),
        "application/zip",
        out -> {
          String manifest = packer.bundle(dossier(ctx, alert), out);
          append(ctx, AuditAction.EVIDENCE_BUNDLE, alert, Map.of("manifest", manifest));
        });
  }

  private Download.File sheet(RoutingContext ctx) {
    AlertRow alert = named(ctx);
    return new Download.File(
        name(alert, "pdf"),
        "application/pdf",
        out -> {
          out.write(packer.sheet(dossier(ctx, alert)));
          append(ctx, AuditAction.EVIDENCE_SHEET, alert, Map.of());
        });
  }

  /**
   * Whoever may have the alert may have what it was judged by, which a squad would not see by
   * itself; what goes beyond the alert is still read within what the reader may see.
   */
  private Dossier dossier(RoutingContext ctx, AlertRow alert) throws Exception {
    Scope reader = Sessions.scope(ctx);
    return ReadAs.call(Scope.CITY, () -> dossiers.read(alert, clock.now(), reader));
  }

  private void append(
      RoutingContext ctx, AuditAction action, AlertRow alert, Map<String, String> more) {
    audit.append(ctx, action, "alert/" + alert.id(), more);
  }

  private static String name(AlertRow alert, String ending) {
    return "evidence-%d-r%d.%s".formatted(alert.id(), alert.revision(), ending);
  }

  private AlertRow named(RoutingContext ctx) {
    Account account = Sessions.account(ctx);
    if (account.role() == Role.OFFICER) {
      return ofOwnCase(ctx, account);
    }
    Sessions.need(ctx, Permission.EXPORT);
    return AlertsController.named(ctx, alerts);
  }

  private AlertRow ofOwnCase(RoutingContext ctx, Account account) {
    String id = ctx.pathParam("id");
    return Optional.of(id)
        .filter(i -> i.matches("\\d{1,18}"))
        .flatMap(i -> alerts.find(Long.parseLong(i), Scope.CITY))
        .filter(
            alert ->
                account.companyId() != 0
                    && dossiers
                        .caseOf(alert)
                        .filter(c -> c.sideId() == account.companyId())
                        .isPresent())
        .orElseThrow(() -> ApiException.notFound("alert " + id));
  }
}
