package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.server.dataset.DataSetException;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import io.qingtu.server.dataset.PlanScrutiny;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.server.store.KeepingRefusal;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.PermitRequestQueries;
import io.qingtu.server.store.PermitRequestQueries.State;
import io.qingtu.server.store.PermitRequestRow;
import io.qingtu.server.store.PermitRequestRow.Decision;
import io.qingtu.server.store.PermitRequestStore;
import io.qingtu.server.store.PermitRequestStore.Decider;
import io.qingtu.server.store.PermitRequestStore.NewRequest;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Named;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** 准运证申报: companies ask for permits, and the supervision takes them into the plan or not. */
public final class PermitRequestsController implements Controller {
  private static final int MOST = 200;
  private static final int MOST_CHARACTERS = 500;

  private record Page(List<PermitRequestView> requests, boolean more) {}

  private final PlanRoom room;
  private final PermitRequestStore store;
  private final PermitRequestQueries queries;
  private final FleetQueries fleet;
  private final AuditLog audit;

  public PermitRequestsController(PlanRoom room, Database database, AuditLog audit) {
    this.room = room;
    this.store = new PermitRequestStore(database);
    this.queries = new PermitRequestQueries(database);
    this.fleet = new FleetQueries(database);
    this.audit = audit;
  }

  @Override
  public void mount(Router api) {
    api.get("/permit-requests").handler(Reply.json(this::list));
    api.post("/permit-requests").handler(Reply.json(201, this::ask));
    api.post("/permit-requests/:id/decision").handler(Reply.json(201, this::decide));
  }

  private Page list(RoutingContext ctx) {
    State state = new Arguments(ctx).choice("state", State.class).orElse(State.WAITING);
    List<PermitRequestRow> found =
        queries.all(state, Sessions.scope(ctx), room.clock().now(), MOST + 1);
    boolean more = found.size() > MOST;
    return new Page(found.stream().limit(MOST).map(PermitRequestView::of).toList(), more);
  }

  private Object ask(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.KEEP);
    JsonNode body = Arguments.body(ctx);
    int seen = Arguments.requiredWhole(body, "version", 0, Integer.MAX_VALUE);
    String note = Arguments.requiredText(body, "note", MOST_CHARACTERS);
    PlanRow sent = PlanController.row(body);
    VehicleRow vehicle =
        fleet
            .find(sent.text("plate"), Sessions.scope(ctx))
            .orElseThrow(
                () -> ApiException.badParameter("columns", "plate is no vehicle that you see"));
    PlanRow row;
    try {
      row = new PlanScrutiny(room.layout()).checked(PlanLayer.PERMITS, sent);
    } catch (DataSetException e) {
      throw ApiException.badParameter("columns", e.reason());
    }
    long id;
    try {
      id =
          store.add(
              new NewRequest(vehicle.companyId(), vehicle.id(), row, seen, note, account.id()),
              room.clock().now());
    } catch (KeepingRefusal e) {
      throw Keeping.refused(e, "permit " + PlanLayer.PERMITS.id(row));
    }
    return told(
        ctx, AuditAction.PERMIT_ASKED, queries.find(id, Sessions.scope(ctx)).orElseThrow(), note);
  }

  private Object decide(RoutingContext ctx) {
    JsonNode body = Arguments.body(ctx);
    Decision decision = Arguments.requiredChoice(body, "decision", Decision.class);
    Account account =
        Sessions.need(ctx, decision == Decision.WITHDRAWN ? Permission.KEEP : Permission.PLAN);
    String reason = Arguments.field(body, "reason", MOST_CHARACTERS).strip();
    if (decision == Decision.REFUSED && reason.isEmpty()) {
      throw ApiException.badParameter("reason", "must say something");
    }
    PermitRequestRow row = named(ctx);
    Decider decider =
        new Decider(
            account.id(),
            Arguments.origin(ctx),
            room.clock().now(),
            Clock.systemUTC().instant(),
            reason);
    try {
      if (decision == Decision.TAKEN) {
        scrutinise(row);
        store.take(row.id(), decider);
      } else {
        store.close(row.id(), decision, decider);
      }
    } catch (KeepingRefusal e) {
      throw Keeping.refused(e, "permit request " + row.id());
    }
    return told(ctx, AuditAction.ofPermit(decision), named(ctx), reason);
  }

  /** What was right when it was asked for may name what is no longer there. */
  private void scrutinise(PermitRequestRow row) {
    try {
      new PlanScrutiny(room.layout()).checked(PlanLayer.PERMITS, row.row());
    } catch (DataSetException e) {
      throw ApiException.conflict("refused_edit", e.reason());
    }
  }

  private PermitRequestRow named(RoutingContext ctx) {
    return Named.of(ctx, "permit request", id -> queries.find(id, Sessions.scope(ctx)));
  }

  private PermitRequestView told(
      RoutingContext ctx, AuditAction action, PermitRequestRow row, String why) {
    audit.append(
        ctx,
        action,
        "permit-request/" + row.id(),
        Map.of(
            "permit", row.permitId(),
            "plate", row.plate(),
            "company", row.company(),
            "base", row.seen(),
            "reason", why));
    return PermitRequestView.of(row);
  }
}
