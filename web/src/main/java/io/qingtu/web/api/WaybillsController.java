package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.qingtu.route.casework.CaseType;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.CaseStore;
import io.qingtu.server.store.NewFinding;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.WaybillStore;
import io.qingtu.server.store.WaybillStore.Gate;
import io.qingtu.server.store.WaybillStore.Kind;
import io.qingtu.server.store.WaybillStore.Outcome;
import io.qingtu.server.store.WaybillStore.Scan;
import io.qingtu.server.store.WaybillStore.WaybillRow;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Electronic waybills of the clerk's own place: what waits for a scan, and the scans. */
public final class WaybillsController implements Controller {
  private static final Duration SHOWN = Duration.ofHours(12);
  private static final int MOST = 200;
  private static final int MOST_NOTE = 500;
  private static final int MOST_PLATE = 20;
  private static final String CLIENT_ID = "[A-Za-z0-9_-]{8,64}";

  private record Papers(String placeId, List<WaybillRow> waybills) {}

  private final WaybillStore waybills;
  private final CaseStore cases;
  private final AuditLog audit;
  private final CityClock clock;

  public WaybillsController(
      WaybillStore waybills, CaseStore cases, AuditLog audit, CityClock clock) {
    this.waybills = waybills;
    this.cases = cases;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/waybills").handler(Reply.json(this::ofPlace));
    api.post("/waybills/:id/scans").handler(Reply.json(201, this::scan));
    api.post("/waybills/missing").handler(Reply.json(201, this::missing));
  }

  private String place(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.SCAN);
    return waybills
        .placeOf(account.companyId())
        .orElseThrow(() -> ApiException.forbidden("this account works at no place"));
  }

  private Object ofPlace(RoutingContext ctx) {
    String place = place(ctx);
    return new Papers(place, waybills.ofPlace(place, clock.now().minus(SHOWN), MOST));
  }

  private Object scan(RoutingContext ctx) {
    String place = place(ctx);
    String id = ctx.pathParam("id");
    waybills.find(id, place).orElseThrow(() -> ApiException.notFound("waybill " + id));
    Scan scan = read(ctx, id, place);
    Outcome outcome = waybills.scan(scan);
    if (outcome == Outcome.REFUSED) {
      throw ApiException.conflict(
          "scanned", "waybill " + id + " was scanned before, or is not scanned here");
    }
    if (outcome == Outcome.DONE) {
      audit.append(ctx, AuditAction.SCAN, "waybill/" + id, Map.of("kind", scan.kind().name()));
    }
    return waybills.find(id, place).orElseThrow();
  }

  private Scan read(RoutingContext ctx, String id, String place) {
    JsonNode body = Arguments.body(ctx);
    Kind kind = Arguments.requiredChoice(body, "kind", Kind.class);
    String note = Arguments.field(body, "note", MOST_NOTE);
    if (kind == Kind.EXCEPTION && note.isBlank()) {
      throw ApiException.badParameter("note", "is missing: an exception says what is wrong");
    }
    return new Scan(id, kind, place, Sessions.account(ctx).id(), clock.now(), note, clientId(body));
  }

  private static String clientId(JsonNode body) {
    String clientId = Arguments.field(body, "clientId", 64);
    if (!clientId.matches(CLIENT_ID)) {
      throw ApiException.badParameter(
          "clientId", "is no name of 8 to 64 letters, digits, - and _ that the sender gives it");
    }
    return clientId;
  }

  /** A truck stands at the gate without a waybill (没有联单): it becomes a case of its company. */
  private Object missing(RoutingContext ctx) {
    Gate gate = waybills.gate(place(ctx)).orElseThrow();
    Account account = Sessions.account(ctx);
    JsonNode body = Arguments.body(ctx);
    String plate = Arguments.field(body, "plate", MOST_PLATE).strip();
    if (plate.isEmpty()) {
      throw ApiException.badParameter("plate", "is missing");
    }
    String note = Arguments.field(body, "note", MOST_NOTE);
    NewFinding finding =
        new NewFinding(
            account.login(),
            clientId(body),
            CaseType.VIOLATION,
            "车辆无联单 " + plate + "，" + gate.name(),
            clock.now(),
            gate.lon(),
            gate.lat(),
            Double.NaN,
            "",
            plate,
            Json.write(Map.of("kind", "no-waybill", "place", gate.placeId(), "text", note)),
            "");
    CaseStore.Accepted accepted = cases.accept(finding, clock.now());
    if (accepted.fate() != CaseStore.Fate.KNOWN) {
      audit.append(
          ctx,
          AuditAction.EVENT,
          "case/" + accepted.caseId(),
          Map.of("sourceId", finding.sourceId(), "fate", accepted.fate().name()));
    }
    return Map.of("plate", plate, "fate", accepted.fate().name());
  }
}
