package io.qingtu.web.api;

import io.qingtu.route.report.Edition;
import io.qingtu.route.report.Period;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.ReportRunStore.Run;
import io.qingtu.web.frozen.ReportRoom;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Named;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.report.ReportFormat;
import io.qingtu.web.report.TableView;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the reports say of one company, for that company, or of the companies of a district, for
 * that district: of reports that are issued, their own rows and nothing else. Whoever reads the
 * reports may look at any company's and any district's, issued or not.
 */
public final class ReportExtractsController implements Controller {
  private static final int MOST_NAME = 400;

  private record Row(
      long id, String period, Period.Kind kind, Edition edition, Instant from, Instant to) {}

  private record Rows(List<Row> extracts) {}

  private record Asked(Run run, String organisation) {}

  private record Tables(String organisation, List<TableView> tables) {}

  private record Extract(String name, byte[] file) {}

  private static final List<ReportFormat> FORMATS = List.of(ReportFormat.PDF, ReportFormat.XLSX);

  private final ReportRoom room;
  private final AuditLog audit;
  private final WorkerExecutor printer;

  /**
   * @param vertx for the worker that prints one report at a time
   */
  public ReportExtractsController(ReportRoom room, AuditLog audit, Vertx vertx) {
    this.room = room;
    this.audit = audit;
    this.printer = vertx.createSharedWorkerExecutor("reports", 1);
  }

  @Override
  public void mount(Router api) {
    // a company may not read the reports themselves: what it is given of them is chosen here
    api.get("/report-extracts").handler(Reply.ofAccount(200, this::all));
    api.get("/report-extracts/:id/tables").handler(Reply.ofAccount(200, this::tables));
    for (ReportFormat format : FORMATS) {
      api.get("/report-extracts/:id/extract." + format.extension())
          .handler(ctx -> send(ctx, format));
    }
  }

  private static boolean readsAll(Account account) {
    return account.seesCity() && account.may(Permission.REPORTS);
  }

  /** Whatever report is named: what is another company's is refused. */
  private static void refuseOthers(Account account, Optional<String> asked) {
    boolean others = asked.filter(c -> !c.equals(account.company())).isPresent();
    if (!readsAll(account) && (account.company().isEmpty() || others)) {
      throw ApiException.forbidden("an extract is for the company that it is about");
    }
  }

  /** The company whose extract an account asks for. */
  private static String company(Account account, Optional<String> asked) {
    return readsAll(account)
        ? asked
            .filter(name -> name.length() <= MOST_NAME)
            .orElseThrow(() -> ApiException.badParameter("company", "names the company"))
        : account.company();
  }

  private boolean isFor(Account account, Run run) {
    return readsAll(account) || room.signOff(run).issuer().isPresent();
  }

  private Object all(RoutingContext ctx) {
    Account account = Sessions.account(ctx);
    return new Rows(
        room.all().stream()
            .filter(r -> readsAll(account) || !account.company().isEmpty())
            .filter(r -> isFor(account, r))
            .map(
                r ->
                    new Row(
                        r.id(),
                        r.period().toString(),
                        r.period().kind(),
                        r.edition(),
                        r.period().start(),
                        r.period().end()))
            .toList());
  }

  private void send(RoutingContext ctx, ReportFormat format) {
    printer
        .executeBlocking(() -> extract(ctx, format), false)
        .onSuccess(
            e ->
                ctx.response()
                    .putHeader("Content-Type", format.mediaType())
                    .putHeader("Content-Disposition", "attachment; filename=\"" + e.name + "\"")
                    .putHeader("Cache-Control", "no-store")
                    .end(Buffer.buffer(e.file)))
        .onFailure(ctx::fail);
  }

  private Extract extract(RoutingContext ctx, ReportFormat format) {
    Asked asked = asked(ctx);
    audit.append(
        ctx,
        AuditAction.REPORT,
        "report-run/" + asked.run.id(),
        Map.of("extract", asked.organisation, "format", format.extension()));
    return new Extract(
        format.fileName(asked.run.period(), "-extract"),
        room.extract(asked.run, asked.organisation, format));
  }

  private Object tables(RoutingContext ctx) {
    Asked asked = asked(ctx);
    return new Tables(asked.organisation, room.extractTables(asked.run, asked.organisation));
  }

  private Asked asked(RoutingContext ctx) {
    Account account = Sessions.account(ctx);
    Optional<String> organisation = new Arguments(ctx).text("company");
    refuseOthers(account, organisation);
    Run run = Named.of(ctx, "report", id -> room.find(id).filter(r -> isFor(account, r)));
    return new Asked(run, company(account, organisation));
  }
}
