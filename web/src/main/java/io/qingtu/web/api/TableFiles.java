package io.qingtu.web.api;

import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.Permission;
import io.qingtu.web.export.RowWriter;
import io.qingtu.web.export.TableFormat;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Download;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.report.Cell;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The answer to a question as a file, CSV or XLSX, for those who may export. Audited. */
public final class TableFiles {
  /** Asks the question of a request. May block; throws {@link ApiException}. */
  interface Question {
    List<List<Cell>> rows(RoutingContext request) throws Exception;
  }

  private final AuditLog audit;
  private final WorkerExecutor writer;

  /**
   * @param vertx for workers that are the exports' own
   */
  public TableFiles(AuditLog audit, Vertx vertx) {
    this.audit = audit;
    this.writer = vertx.createSharedWorkerExecutor("exports", ExportsController.WRITERS);
  }

  /**
   * @param title of the file; its name is that and the question's first day
   */
  Handler<RoutingContext> handler(String title, List<String> columns, Question question) {
    return Download.file(writer, ctx -> file(ctx, title, columns, question));
  }

  private Download.File file(
      RoutingContext ctx, String title, List<String> columns, Question question) throws Exception {
    Sessions.need(ctx, Permission.EXPORT);
    Arguments in = new Arguments(ctx);
    TableFormat format = in.choice("format", TableFormat.class).orElse(TableFormat.CSV);
    if (format == TableFormat.GPKG) {
      throw ApiException.badParameter("format", "must be CSV or XLSX");
    }
    Instant from = in.requiredTime("from");
    List<List<Cell>> rows = question.rows(ctx);
    audit.append(
        ctx,
        AuditAction.EXPORT,
        "question/" + title,
        Map.of("format", format.extension(), "rows", rows.size()));
    String day = Json.write(from).substring(1, 11);
    return new Download.File(
        title + "-" + day + "." + format.extension(),
        format.mediaType(),
        out -> {
          try (RowWriter file = format.writer(out, title)) {
            file.head(columns);
            for (List<Cell> row : rows) {
              file.row(row);
            }
          }
        });
  }
}
