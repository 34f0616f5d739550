package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.report.Edition;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.Period.Kind;
import io.qingtu.route.report.PublicationCheck;
import io.qingtu.route.report.SignOff;
import io.qingtu.route.report.SignOff.Move;
import io.qingtu.route.report.SignOff.Refusal;
import io.qingtu.route.report.SignOff.Signature;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.ReportRunStore.RefusedException;
import io.qingtu.server.store.ReportRunStore.Run;
import io.qingtu.web.frozen.ReportFreezer;
import io.qingtu.web.frozen.ReportRoom;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Named;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.qingtu.web.report.FrozenReport;
import io.qingtu.web.report.ReportFormat;
import io.qingtu.web.report.TableView;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The frozen reports: those that are due by the calendar and those of days that somebody asks for;
 * what their checks say, who signed them, and their files. They name every company, so a dispatcher
 * gets none.
 */
public final class ReportRunsController implements Controller {
  private static final int MOST_TEXT = 4000;
  private static final int MOST_PERIOD = 40;

  private record Row(
      long id,
      String period,
      Kind kind,
      Edition edition,
      Instant from,
      Instant to,
      Instant frozenAt,
      String sha256,
      State state) {}

  private record Rows(List<Row> runs) {}

  /** How far a report is. */
  private enum State {
    FROZEN,
    REVIEWED,
    ISSUED
  }

  /** Who has not signed is null. */
  private record Details(
      Row run,
      int version,
      String generator,
      Instant asOf,
      String advice,
      boolean adviceIsDraft,
      String coverNote,
      Signature editor,
      Signature reviewer,
      Signature issuer,
      List<PublicationCheck> checks,
      List<Move> moves,
      int corrections) {}

  private record Tables(Row run, List<TableView> tables) {}

  private final ReportRoom room;
  private final ReportFreezer freezer;
  private final AuditLog audit;
  private final CityClock clock;
  private final WorkerExecutor printer;
  private final Runnable onIssue;

  /**
   * @param vertx for the worker that prints one report at a time
   * @param onIssue run whenever a report was issued
   */
  public ReportRunsController(
      ReportRoom room,
      ReportFreezer freezer,
      AuditLog audit,
      CityClock clock,
      Vertx vertx,
      Runnable onIssue) {
    this.onIssue = onIssue;
    this.room = room;
    this.freezer = freezer;
    this.audit = audit;
    this.clock = clock;
    this.printer = vertx.createSharedWorkerExecutor("reports", 1);
  }

  @Override
  public void mount(Router api) {
    api.get("/report-runs").handler(Reply.json(this::all));
    api.post("/report-runs").handler(Reply.ofAccount(201, this::freeze));
    api.get("/report-runs/:id").handler(Reply.json(ctx -> details(ctx, named(ctx))));
    api.get("/report-runs/:id/tables").handler(Reply.json(this::tables));
    api.post("/report-runs/:id/steps").handler(Reply.json(201, this::step));
    for (ReportFormat format : ReportFormat.values()) {
      api.get("/report-runs/:id/report." + format.extension()).handler(ctx -> send(ctx, format));
    }
  }

  private static Account reader(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.REPORTS);
    if (!account.seesCity()) {
      throw ApiException.forbidden("the report names every company");
    }
    return account;
  }

  private Object all(RoutingContext ctx) {
    reader(ctx);
    return new Rows(room.all().stream().map(r -> row(r, room.signOff(r))).toList());
  }

  private static Row row(Run r, SignOff sign) {
    State state =
        sign.issuer().isPresent()
            ? State.ISSUED
            : sign.reviewer().isPresent() ? State.REVIEWED : State.FROZEN;
    return new Row(
        r.id(),
        r.period().toString(),
        r.period().kind(),
        r.edition(),
        r.period().start(),
        r.period().end(),
        r.frozenAt(),
        r.sha256(),
        state);
  }

  private Row freeze(RoutingContext ctx) {
    reader(ctx);
    Sessions.need(ctx, Permission.PREPARE);
    Period days =
        ReportsController.period(
            Arguments.requiredText(Arguments.body(ctx), "period", MOST_PERIOD));
    if (days.kind() != Kind.DAYS) {
      throw ApiException.badParameter("period", "weeks and months are frozen when they are due");
    }
    if (days.end().isAfter(clock.now())) {
      throw ApiException.badParameter("period", days.last() + " is not over");
    }
    Run run = freezer.freeze(days, clock.now());
    audit.append(
        ctx,
        AuditAction.REPORT_FREEZE,
        "report-run/" + run.id(),
        Map.of("period", days.toString()));
    return row(run, room.signOff(run));
  }

  private Run named(RoutingContext ctx) {
    reader(ctx);
    return Named.of(ctx, "report", room::find);
  }

  private Details details(RoutingContext ctx, Run run) {
    SignOff sign = room.signOff(run);
    FrozenReport report = room.report(run);
    return new Details(
        row(run, sign),
        sign.version(),
        report.generator(),
        report.asOf(),
        report.advice(sign),
        sign.advice().isBlank(),
        sign.coverNote(),
        sign.editor().orElse(null),
        sign.reviewer().orElse(null),
        sign.issuer().orElse(null),
        room.checks(run, sign),
        moves(Sessions.account(ctx), sign),
        report.allCorrections().stream()
            .mapToInt(c -> c.figures().size() + c.events().size())
            .sum());
  }

  private Object tables(RoutingContext ctx) {
    Run run = named(ctx);
    return new Tables(row(run, room.signOff(run)), room.tables(run));
  }

  private static List<Move> moves(Account account, SignOff sign) {
    return Arrays.stream(Move.values())
        .filter(m -> account.may(permission(m)) && sign.refuses(m, account.id()).isEmpty())
        .toList();
  }

  private static Permission permission(Move move) {
    return move == Move.ISSUE ? Permission.ISSUE : Permission.PREPARE;
  }

  private Object step(RoutingContext ctx) {
    Run run = named(ctx);
    JsonNode body = Arguments.body(ctx);
    Move move = Arguments.requiredChoice(body, "move", Move.class);
    Account account = Sessions.need(ctx, permission(move));
    int version = Arguments.requiredWhole(body, "version", 0, Integer.MAX_VALUE);
    boolean edits = move == Move.EDIT;
    SignOff.Step step =
        new SignOff.Step(
            move,
            new Signature(account.id(), account.displayName(), clock.now()),
            edits ? Arguments.field(body, "advice", MOST_TEXT) : "",
            edits ? Arguments.field(body, "coverNote", MOST_TEXT) : "");
    try {
      room.step(run, version, step);
    } catch (RefusedException e) {
      throw refusal(e.why());
    } catch (ReportRoom.NotFitException e) {
      throw ApiException.conflict("not_fit", e.getMessage());
    }
    audit.append(
        ctx,
        AuditAction.REPORT_STEP,
        "report-run/" + run.id(),
        Map.of("move", move.name(), "version", version + 1));
    if (move == Move.ISSUE) {
      onIssue.run();
    }
    return details(ctx, run);
  }

  private static ApiException refusal(Optional<Refusal> why) {
    return why.map(
            r ->
                ApiException.conflict(
                    "refused_" + r.name().toLowerCase(Locale.ROOT),
                    switch (r) {
                      case ISSUED -> "the report is issued";
                      case NOT_REVIEWED -> "nobody has reviewed the report as it stands";
                      case TWO_PERSONS -> "who reviewed the report may not issue it";
                    }))
        .orElseGet(
            () -> ApiException.conflict("stale", "somebody has taken a step since you looked"));
  }

  private void send(RoutingContext ctx, ReportFormat format) {
    printer
        .executeBlocking(
            () -> {
              Run run = named(ctx);
              byte[] file = room.render(run, format);
              audit.append(
                  ctx,
                  AuditAction.REPORT,
                  "report-run/" + run.id(),
                  Map.of("format", format.extension()));
              String which = "-" + run.edition().name().toLowerCase(Locale.ROOT);
              return new Download(format.fileName(run.period(), which), file);
            },
            false)
        .onSuccess(
            d ->
                ctx.response()
                    .putHeader("Content-Type", format.mediaType())
                    .putHeader("Content-Disposition", "attachment; filename=\"" + d.name + "\"")
                    .putHeader("Cache-Control", "no-store")
                    .end(Buffer.buffer(d.file)))
        .onFailure(ctx::fail);
  }

  private record Download(String name, byte[] file) {}
}
