package io.qingtu.web.api;

import io.qingtu.route.report.Week;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.LedgerQueries;
import io.qingtu.server.store.Permission;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.report.ReportFormat;
import io.qingtu.web.report.WeeklyReports;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The weekly reports (周报): which weeks there are, and each as a file. They name every company, so a
 * dispatcher, who sees the own company only, gets none.
 */
public final class ReportsController implements Controller {
  private record WeekRow(String week, Instant from, Instant to) {}

  private record Weeks(List<WeekRow> weeks) {}

  private final LedgerQueries ledger;
  private final WeeklyReports reports;
  private final AuditLog audit;
  private final WorkerExecutor printer;

  /**
   * @param reports what is known of a week now, as a draft
   * @param vertx for a worker of its own: a PDF takes seconds of a core, so one is made at a time
   */
  public ReportsController(
      LedgerQueries ledger, WeeklyReports reports, AuditLog audit, Vertx vertx) {
    this.ledger = ledger;
    this.reports = reports;
    this.audit = audit;
    this.printer = vertx.createSharedWorkerExecutor("reports", 1);
  }

  @Override
  public void mount(Router api) {
    api.get("/reports").handler(Reply.json(this::weeks));
    for (ReportFormat format : ReportFormat.values()) {
      api.get("/reports/:week/report." + format.extension()).handler(ctx -> send(ctx, format));
    }
  }

  private Weeks weeks(RoutingContext ctx) {
    refuseDispatchers(ctx);
    return new Weeks(
        ledger.weeks().stream().map(w -> new WeekRow(w.toString(), w.start(), w.end())).toList());
  }

  private void send(RoutingContext ctx, ReportFormat format) {
    printer
        .executeBlocking(
            () -> {
              refuseDispatchers(ctx);
              Week week = week(ctx.pathParam("week"));
              byte[] file = reports.render(week, format);
              audit.append(
                  ctx, AuditAction.REPORT, "report/" + week, Map.of("format", format.extension()));
              return new Download(format.fileName(week), file);
            },
            false)
        .onSuccess(
            download ->
                ctx.response()
                    .putHeader("Content-Type", format.mediaType())
                    .putHeader(
                        "Content-Disposition", "attachment; filename=\"" + download.name + "\"")
                    .putHeader("Cache-Control", "no-store")
                    .end(Buffer.buffer(download.file)))
        .onFailure(ctx::fail);
  }

  private record Download(String name, byte[] file) {}

  /** A week that a request names. */
  static Week week(String text) {
    try {
      return Week.parse(text);
    } catch (IllegalArgumentException e) {
      throw ApiException.badParameter("week", e.getMessage());
    }
  }

  private static void refuseDispatchers(RoutingContext ctx) {
    if (!Sessions.need(ctx, Permission.REPORTS).seesCity()) {
      throw ApiException.forbidden("the weekly report names every company");
    }
  }
}
