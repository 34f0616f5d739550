package io.qingtu.web.api;

import io.qingtu.route.track.Position;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.AuditQueries;
import io.qingtu.server.store.CaseFilter;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.TrackQueries;
import io.qingtu.web.export.ExportTable;
import io.qingtu.web.export.ExportTable.Wish;
import io.qingtu.web.export.ExportTables;
import io.qingtu.web.export.RowWriter;
import io.qingtu.web.export.TableFormat;
import io.qingtu.web.export.TrackFormat;
import io.qingtu.web.export.TrackWriter;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Download;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Tables and tracks as files, within what the reader may see. Every export is audited. */
public final class ExportsController implements Controller {
  /** Exports that are written at a time; each holds a connection of the database at most. */
  static final int WRITERS = 2;

  private record Offer(String name, String title) {}

  private final ExportTables tables;
  private final FleetQueries fleet;
  private final TrackQueries tracks;
  private final AuditLog audit;
  private final WorkerExecutor writer;

  /**
   * @param vertx for workers of its own: a long export keeps no other request waiting
   */
  public ExportsController(
      ExportTables tables, FleetQueries fleet, TrackQueries tracks, AuditLog audit, Vertx vertx) {
    this.tables = tables;
    this.fleet = fleet;
    this.tracks = tracks;
    this.audit = audit;
    this.writer = vertx.createSharedWorkerExecutor("exports", WRITERS);
  }

  @Override
  public void mount(Router api) {
    api.get("/exports").handler(Reply.json(ctx -> Map.of("tables", offers(ctx))));
    api.get("/exports/cases/found").handler(Download.file(writer, this::foundCases));
    api.get("/exports/audit/found").handler(Download.file(writer, this::foundLines));
    api.get("/exports/:table").handler(Download.file(writer, this::table));
    api.get("/vehicles/:plate/track-file").handler(Download.file(writer, this::track));
  }

  private List<Offer> offers(RoutingContext ctx) {
    Account account = Sessions.account(ctx);
    return tables.all().stream()
        .filter(t -> t.needs().stream().allMatch(account::may))
        .map(t -> new Offer(t.name(), t.title()))
        .toList();
  }

  private Download.File table(RoutingContext ctx) {
    String name = ctx.pathParam("table");
    ExportTable table = tables.find(name).orElseThrow(() -> ApiException.notFound("table " + name));
    table.needs().forEach(permission -> Sessions.need(ctx, permission));
    Arguments in = new Arguments(ctx);
    TableFormat format = in.choice("format", TableFormat.class).orElse(TableFormat.CSV);
    Period period = Period.of(in);
    Wish wish = new Wish(period.from(), period.to(), Sessions.scope(ctx));
    return new Download.File(
        fileName(table.title(), period, format.extension()),
        format.mediaType(),
        out -> {
          long rows = write(format, out, table, sink -> table.rows().each(wish, sink));
          append(ctx, "table/" + name, format.extension(), period, rows);
        });
  }

  /** The cases that a search finds, of whatever time. */
  private Download.File foundCases(RoutingContext ctx) {
    CaseFilter filter = CaseSearch.of(new Arguments(ctx), Optional.empty());
    Scope scope = Sessions.scope(ctx);
    return found(ctx, "cases", sink -> tables.cases(filter, scope, sink));
  }

  /** The lines of the log that a page of it shows, of whatever time. */
  private Download.File foundLines(RoutingContext ctx) {
    AuditQueries.Filter filter = AuditController.filter(new Arguments(ctx));
    return found(ctx, "audit", sink -> tables.audit(filter, sink));
  }

  private Download.File found(RoutingContext ctx, String name, Filling filling) {
    ExportTable table = tables.find(name).orElseThrow();
    table.needs().forEach(permission -> Sessions.need(ctx, permission));
    TableFormat format =
        new Arguments(ctx).choice("format", TableFormat.class).orElse(TableFormat.CSV);
    return new Download.File(
        table.title() + "-检索." + format.extension(),
        format.mediaType(),
        out -> {
          long rows = write(format, out, table, filling);
          audit.append(
              ctx,
              AuditAction.EXPORT,
              "table/" + name,
              Map.of("format", format.extension(), "search", search(ctx), "rows", rows));
        });
  }

  /** What was asked for, as it stands in the address. */
  private static String search(RoutingContext ctx) {
    return Optional.ofNullable(ctx.request().query()).orElse("");
  }

  /** Hands on rows to a sink. */
  private interface Filling {
    void into(ExportTable.Sink sink) throws IOException;
  }

  private static long write(
      TableFormat format, OutputStream out, ExportTable table, Filling filling) throws IOException {
    AtomicLong rows = new AtomicLong();
    try (RowWriter file = format.writer(out, table.title())) {
      file.head(table.columns());
      filling.into(
          row -> {
            file.row(row);
            rows.incrementAndGet();
          });
    }
    return rows.get();
  }

  private Download.File track(RoutingContext ctx) {
    Sessions.need(ctx, Permission.EXPORT);
    String plate = ctx.pathParam("plate");
    fleet
        .find(plate, Sessions.scope(ctx))
        .orElseThrow(() -> ApiException.notFound("vehicle " + plate));
    Arguments in = new Arguments(ctx);
    TrackFormat format = in.choice("format", TrackFormat.class).orElse(TrackFormat.CSV);
    Period period = Period.of(in);
    return new Download.File(
        fileName(plate, period, format.extension()),
        format.mediaType(),
        out -> {
          long fixes = write(format, out, plate, period);
          append(ctx, "vehicle/" + plate, format.extension(), period, fixes);
        });
  }

  private long write(TrackFormat format, OutputStream out, String plate, Period period)
      throws IOException {
    AtomicLong fixes = new AtomicLong();
    try (TrackWriter file = format.writer(out, plate)) {
      tracks.each(
          plate,
          period.from(),
          period.to(),
          fix -> {
            put(file, fix);
            fixes.incrementAndGet();
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return fixes.get();
  }

  private static void put(TrackWriter file, Position fix) {
    try {
      file.fix(fix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void append(RoutingContext ctx, String object, String format, Period period, long rows) {
    audit.append(
        ctx,
        AuditAction.EXPORT,
        object,
        Map.of(
            "format",
            format,
            "from",
            period.from().toString(),
            "to",
            period.to().toString(),
            "rows",
            rows));
  }

  private static String fileName(String what, Period period, String extension) {
    String safe = what.replaceAll("[^\\p{L}\\p{N}·_-]", "_");
    String from = Json.write(period.from()).substring(1, 11);
    return safe + "-" + from + "." + extension;
  }
}
