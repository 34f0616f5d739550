package io.qingtu.web.api;

import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.PlanVersion;
import io.qingtu.web.export.PlanFormat;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Download;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Sessions;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Places, routes and permits as files, within what the reader may see. Every export is audited. */
public final class PlanExportsController implements Controller {
  private final PlanRoom room;
  private final AuditLog audit;
  private final WorkerExecutor writer;

  public PlanExportsController(PlanRoom room, AuditLog audit, Vertx vertx) {
    this.room = room;
    this.audit = audit;
    this.writer = vertx.createSharedWorkerExecutor("plan-exports", 1);
  }

  @Override
  public void mount(Router api) {
    api.get("/plan/exports/:layer").handler(Download.file(writer, this::file));
  }

  private Download.File file(RoutingContext ctx) {
    Sessions.need(ctx, Permission.EXPORT);
    PlanLayer<?> layer = PlanRoom.layer(ctx);
    PlanFormat format =
        new Arguments(ctx).choice("format", PlanFormat.class).orElse(PlanFormat.CSV);
    if (!format.suits(layer)) {
      throw ApiException.badParameter("format", "is for what has a shape");
    }
    List<PlanRow> rows =
        room.queries().list(layer, Sessions.scope(ctx)).stream().map(PlanVersion::row).toList();
    String day = Json.write(room.clock().now()).substring(1, 11);
    return new Download.File(
        ctx.pathParam("layer") + "-" + day + "." + format.extension(),
        format.mediaType(),
        out -> {
          format.write(out, layer, rows);
          audit.append(
              ctx,
              AuditAction.EXPORT,
              "plan/" + ctx.pathParam("layer"),
              Map.of("format", format.name(), "rows", rows.size()));
        });
  }
}
