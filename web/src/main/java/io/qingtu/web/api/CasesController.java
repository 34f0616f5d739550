package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.casework.CaseRefusal;
import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Limit;
import io.qingtu.route.casework.Move;
import io.qingtu.route.casework.Right;
import io.qingtu.route.casework.Step;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AlertQueries;
import io.qingtu.server.store.AlertRow;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.CaseFilter;
import io.qingtu.server.store.CasePhotoStore;
import io.qingtu.server.store.CaseQueries;
import io.qingtu.server.store.CaseRow;
import io.qingtu.server.store.CaseStore;
import io.qingtu.server.store.FiledPhoto;
import io.qingtu.server.store.NewFinding;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Named;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Cases from their acceptance to their end. */
public final class CasesController implements Controller {
  private static final int MAX_LIMIT = 500;
  private static final int MOST_NOTE = 2000;

  /** Of any unit; how much a case allows is its own to say. */
  private static final double MOST_MORE = 10_000;

  private record Page(List<CaseRow> cases, String next) {}

  private final CaseQueries cases;
  private final CaseStore store;
  private final CasePhotoStore photos;
  private final CaseDetails details;
  private final AlertQueries alerts;
  private final AuditLog audit;
  private final CityClock clock;

  public CasesController(CaseRoom room, AlertQueries alerts, AuditLog audit, CityClock clock) {
    this.cases = room.cases();
    this.store = room.store();
    this.photos = room.photos();
    this.details = room.details();
    this.alerts = alerts;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/cases").handler(Reply.json(this::page));
    api.post("/cases").handler(Reply.json(201, this::open));
    api.get("/cases/sides").handler(Reply.json(this::sides));
    api.get("/cases/:id").handler(Reply.json(this::one));
    api.post("/cases/:id/steps").handler(Reply.json(201, this::step));
  }

  /** The case that the path names, if the reader may see it. */
  static CaseRow named(RoutingContext ctx, CaseQueries cases) {
    return Named.of(ctx, "case", id -> cases.find(id, Sessions.scope(ctx)));
  }

  private Object page(RoutingContext ctx) {
    Arguments in = new Arguments(ctx);
    int limit = in.number("limit", 100, 1, MAX_LIMIT);
    Optional<Instant> reviewBy = in.choice("review", Review.class).map(due -> clock.now());
    CaseFilter filter = CaseSearch.of(in, reviewBy);
    List<CaseRow> found = cases.page(filter, Sessions.scope(ctx), limit + 1);
    boolean more = found.size() > limit;
    List<CaseRow> page = more ? found.subList(0, limit) : found;
    return new Page(page, more ? Long.toString(page.get(limit - 1).id()) : null);
  }

  private enum Review {
    /** On the ledger, and to be looked at again. */
    DUE
  }

  private Object sides(RoutingContext ctx) {
    need(ctx, Right.DISPATCH);
    return Map.of("sides", cases.sides());
  }

  private Object one(RoutingContext ctx) {
    return detail(ctx, named(ctx, cases));
  }

  private ObjectNode detail(RoutingContext ctx, CaseRow row) {
    return details.of(row, Sessions.account(ctx));
  }

  private static Account need(RoutingContext ctx, Right right) {
    Account account = Sessions.account(ctx);
    if (!account.rights().contains(right)) {
      throw ApiException.forbidden("the role " + account.role() + " may not " + right);
    }
    return account;
  }

  /** 转案件: an alert becomes a case, or one more source of one that is open. */
  private Object open(RoutingContext ctx) {
    need(ctx, Right.FILE);
    JsonNode body = Arguments.body(ctx);
    String id = Arguments.field(body, "alertId", 20);
    AlertRow alert =
        (id.matches("\\d{1,18}")
                ? alerts.find(Long.parseLong(id), Sessions.scope(ctx))
                : Optional.<AlertRow>empty())
            .orElseThrow(() -> ApiException.badParameter("alertId", "is no alert that you see"));
    CaseStore.Accepted accepted = store.accept(finding(alert), clock.now());
    audit.append(
        ctx,
        AuditAction.CASE,
        "case/" + accepted.caseId(),
        Map.of("alert", alert.id(), "fate", accepted.fate().name()));
    return answer(ctx, accepted);
  }

  private Object answer(RoutingContext ctx, CaseStore.Accepted accepted) {
    // it may have joined a case of others
    return cases
        .find(accepted.caseId(), Sessions.scope(ctx))
        .map(row -> detail(ctx, row))
        .orElseGet(() -> Json.MAPPER.createObjectNode().put("id", accepted.caseId()))
        .put("fate", accepted.fate().name());
  }

  private static NewFinding finding(AlertRow alert) {
    String where = alert.road().isEmpty() ? alert.placeName() : alert.road();
    ObjectNode payload =
        Json.MAPPER
            .createObjectNode()
            .put("alertId", Long.toString(alert.id()))
            .put("rule", alert.rule())
            .put("revision", alert.revision());
    return new NewFinding(
        NewFinding.ALERT,
        Long.toString(alert.id()),
        CaseType.ofRule(alert.rule()),
        String.join(" ", List.of(alert.rule(), alert.plate(), where)).strip(),
        alert.start(),
        alert.lon(),
        alert.lat(),
        Double.NaN,
        alert.gradeNow().name(),
        alert.plate(),
        payload.toString(),
        "");
  }

  /** A step that was sent before under its sender's own name of it is answered as it was then. */
  private Object step(RoutingContext ctx) {
    CaseRow row = named(ctx, cases);
    JsonNode body = Arguments.body(ctx);
    Move move = Arguments.requiredChoice(body, "move", Move.class);
    Account account = Sessions.account(ctx);
    if (!CaseDetails.may(account, move.right(), row)) {
      throw ApiException.forbidden(
          "the role " + account.role() + " may not " + move + " this case");
    }
    int version = Arguments.requiredWhole(body, "version", 0, Integer.MAX_VALUE);
    Optional<FiledPhoto> photo = photo(ctx, body, row);
    Step step =
        new Step(
            move,
            account.id(),
            clock.now(),
            side(body, move),
            Arguments.flag(body, "culprit"),
            photo.map(FiledPhoto::ofPlace),
            Arguments.field(body, "note", MOST_NOTE),
            more(row, body, move));
    CaseStore.Filing filing =
        new CaseStore.Filing(
            version, step, photo.map(FiledPhoto::id), Arguments.field(body, "clientId", 64));
    if (take(row.id(), filing).anew()) {
      audit.append(
          ctx,
          AuditAction.CASE_STEP,
          "case/" + row.id(),
          Map.of("move", move.name(), "version", version + 1));
    }
    return detail(ctx, named(ctx, cases));
  }

  private Optional<FiledPhoto> photo(RoutingContext ctx, JsonNode body, CaseRow row) {
    Optional<Long> id = Arguments.id(body, "photoId");
    Optional<FiledPhoto> found = id.flatMap(i -> photos.find(row.id(), i, Sessions.scope(ctx)));
    if (id.isPresent() && found.isEmpty()) {
      throw ApiException.badParameter("photoId", "is no photo of this case");
    }
    return found;
  }

  /** In the unit in which the case's time for handling is counted. */
  private Optional<Limit> more(CaseRow row, JsonNode body, Move move) {
    if (move != Move.ASK_EXTENSION) {
      return Optional.empty();
    }
    double amount = Arguments.requiredNumber(body, "more", 0, MOST_MORE);
    return store.file(row.id()).map(file -> new Limit(amount, file.handling().unit()));
  }

  private int side(JsonNode body, Move move) {
    if (move != Move.DISPATCH) {
      return 0;
    }
    int side = Arguments.requiredWhole(body, "sideId", 1, Integer.MAX_VALUE);
    if (cases.sides().stream().noneMatch(s -> s.id() == side)) {
      throw ApiException.badParameter("sideId", "is nobody to dispatch to");
    }
    return side;
  }

  private CaseStore.Taken take(long id, CaseStore.Filing filing) {
    try {
      return store.step(id, filing);
    } catch (CaseStore.StaleCaseException e) {
      throw ApiException.conflict("stale", e.getMessage());
    } catch (CaseRefusal e) {
      throw ApiException.conflict(
          "refused_" + e.reason().name().toLowerCase(Locale.ROOT), e.getMessage());
    }
  }
}
