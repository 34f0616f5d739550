package io.qingtu.web.api;

import io.qingtu.route.report.Period;
import io.qingtu.route.report.Period.Kind;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.LedgerQueries;
import io.qingtu.server.store.Permission;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.report.PeriodReports;
import io.qingtu.web.report.ReportFormat;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reports of what is known now (草稿): which weeks and months there are, and each, or any days, as a
 * file. They name every company, so a dispatcher, who sees the own company only, gets none.
 */
public final class ReportsController implements Controller {
  private record Row(String period, Kind kind, Instant from, Instant to) {
    static Row of(Period p) {
      return new Row(p.toString(), p.kind(), p.start(), p.end());
    }
  }

  private record Rows(List<Row> periods) {}

  private final LedgerQueries ledger;
  private final PeriodReports reports;
  private final AuditLog audit;
  private final WorkerExecutor printer;

  /**
   * @param reports what is known of a period now, as a draft
   * @param vertx for a worker of its own: a PDF takes seconds of a core, so one is made at a time
   */
  public ReportsController(
      LedgerQueries ledger, PeriodReports reports, AuditLog audit, Vertx vertx) {
    this.ledger = ledger;
    this.reports = reports;
    this.audit = audit;
    this.printer = vertx.createSharedWorkerExecutor("reports", 1);
  }

  @Override
  public void mount(Router api) {
    api.get("/reports").handler(Reply.json(this::all));
    for (ReportFormat format : ReportFormat.values()) {
      api.get("/reports/:period/report." + format.extension()).handler(ctx -> send(ctx, format));
    }
  }

  /** By their ends, the newest first. */
  private Rows all(RoutingContext ctx) {
    refuseDispatchers(ctx);
    return new Rows(
        Stream.of(Kind.WEEK, Kind.MONTH)
            .flatMap(kind -> ledger.periods(kind).stream())
            .sorted(Comparator.comparing(Period::last).reversed().thenComparing(Period::kind))
            .map(Row::of)
            .toList());
  }

  private void send(RoutingContext ctx, ReportFormat format) {
    printer
        .executeBlocking(
            () -> {
              refuseDispatchers(ctx);
              Period period = period(ctx.pathParam("period"));
              byte[] file = reports.render(period, format);
              audit.append(
                  ctx,
                  AuditAction.REPORT,
                  "report/" + period,
                  Map.of("format", format.extension()));
              return new Download(format.fileName(period), file);
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

  /** A period that a request names. */
  static Period period(String text) {
    try {
      return Period.parse(text);
    } catch (IllegalArgumentException e) {
      throw ApiException.badParameter("period", e.getMessage());
    }
  }

  private static void refuseDispatchers(RoutingContext ctx) {
    if (!Sessions.need(ctx, Permission.REPORTS).seesCity()) {
      throw ApiException.forbidden("the report names every company");
    }
  }
}
