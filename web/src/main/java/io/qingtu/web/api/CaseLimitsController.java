package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.casework.CaseLimits;
import io.qingtu.route.casework.CaseLimits.Row;
import io.qingtu.route.casework.CaseType;
import io.qingtu.route.casework.Limit;
import io.qingtu.route.casework.Term;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.CaseLimitProposal;
import io.qingtu.server.store.CaseLimitProposals;
import io.qingtu.server.store.CaseLimitStore;
import io.qingtu.server.store.CaseLimitVersion;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.ProposalRefusal;
import io.qingtu.server.store.ProposalStore;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * 案件时限: how long each stage of each type of case may take, and changes of it that one person
 * proposes and another approves.
 */
public final class CaseLimitsController implements Controller {
  private static final int MOST_LISTED = 50;

  /**
   * @param version that has set the limit last; 1 where it is as usual since ever
   */
  private record Shown(
      String row, CaseType type, Term term, Limit limit, Limit initial, int version) {}

  private record Table(int number, int newest, List<Shown> rows) {}

  private record Change(String row, Limit before, Limit after) {}

  private record Version(
      int number, Instant inForceFrom, boolean inForce, String proposalId, List<Change> changes) {}

  private final CaseLimitStore versions;
  private final CaseLimitProposals proposals;
  private final AuditLog audit;
  private final CityClock clock;

  public CaseLimitsController(Database database, AuditLog audit, CityClock clock) {
    this.versions = new CaseLimitStore(database);
    this.proposals = new CaseLimitProposals(database);
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/case-limits").handler(Reply.json(this::table));
    api.get("/case-limit-versions").handler(Reply.json(this::history));
    api.get("/case-limit-proposals").handler(Reply.json(this::list));
    api.post("/case-limit-proposals").handler(Reply.json(201, this::propose));
    api.post("/case-limit-proposals/:id/decision").handler(Reply.json(201, this::decide));
  }

  private Object table(RoutingContext ctx) {
    List<CaseLimitVersion> all = versions.all();
    CaseLimitVersion now = inForce(all);
    List<Shown> rows =
        Row.ALL.stream()
            .map(
                row ->
                    new Shown(
                        row.name(),
                        row.type(),
                        row.term(),
                        now.limits().rows().get(row),
                        CaseLimits.USUAL.rows().get(row),
                        setBy(row, now, all)))
            .toList();
    return new Table(now.number(), all.get(0).number(), rows);
  }

  private CaseLimitVersion inForce(List<CaseLimitVersion> all) {
    Instant now = clock.now();
    return all.stream().filter(v -> !v.inForceFrom().isAfter(now)).findFirst().orElseThrow();
  }

  private static int setBy(Row row, CaseLimitVersion now, List<CaseLimitVersion> all) {
    int version = now.number();
    for (CaseLimitVersion older : all) {
      if (older.number() < version) {
        if (!older.limits().rows().get(row).equals(now.limits().rows().get(row))) {
          break;
        }
        version = older.number();
      }
    }
    return version;
  }

  private Object history(RoutingContext ctx) {
    TrialsController.refuseDispatchers(ctx);
    List<CaseLimitVersion> all = versions.all();
    int inForce = inForce(all).number();
    List<Version> told = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      CaseLimitVersion v = all.get(i);
      told.add(
          new Version(
              v.number(),
              v.inForceFrom().equals(Instant.MIN) ? null : v.inForceFrom(),
              v.number() == inForce,
              v.proposalId().map(id -> Long.toString(id)).orElse(null),
              i + 1 < all.size() ? changes(all.get(i + 1), v) : List.of()));
    }
    return Map.of("versions", told);
  }

  private static List<Change> changes(CaseLimitVersion before, CaseLimitVersion after) {
    return Row.ALL.stream()
        .map(
            row ->
                new Change(
                    row.name(), before.limits().rows().get(row), after.limits().rows().get(row)))
        .filter(change -> !change.before.equals(change.after))
        .toList();
  }

  private Object list(RoutingContext ctx) {
    TrialsController.refuseDispatchers(ctx);
    int reader = Sessions.account(ctx).id();
    return Map.of(
        "proposals",
        proposals.newest(MOST_LISTED, reader).stream().map(CaseLimitsController::json).toList());
  }

  private Object propose(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.PROPOSE);
    JsonNode body = Arguments.body(ctx);
    int base = Arguments.requiredWhole(body, "base", 1, Integer.MAX_VALUE);
    String reason = Arguments.requiredText(body, "reason", Verdicts.MOST_REASON);
    Optional<Instant> from = Verdicts.inForceFrom(body);
    Map<Row, Limit> changed = changed(body);
    long id;
    try {
      id =
          proposals.add(
              new CaseLimitProposals.NewProposal(base, changed, reason, from, account.id()),
              clock.now());
    } catch (IllegalArgumentException e) {
      throw ApiException.badParameter("limits", e.getMessage());
    } catch (ProposalRefusal e) {
      throw Verdicts.refused(e, ctx);
    }
    CaseLimitProposal filed = proposals.find(id, account.id()).orElseThrow();
    audit.append(
        ctx,
        AuditAction.CASE_LIMITS_PROPOSED,
        "case-limits/" + id,
        Map.of("base", base, "limits", filed.changed(), "reason", reason));
    return json(filed);
  }

  /** The limits of a body, by their rows. */
  private static Map<Row, Limit> changed(JsonNode body) {
    Map<Row, Limit> changed = new TreeMap<>();
    for (Map.Entry<String, JsonNode> one : body.path("limits").properties()) {
      JsonNode limit = one.getValue();
      if (!limit.path("amount").isNumber()) {
        throw ApiException.badParameter("limits", one.getKey() + " has no number as amount");
      }
      try {
        changed.put(
            Row.of(one.getKey()),
            new Limit(limit.get("amount").doubleValue(), unit(one.getKey(), limit)));
      } catch (IllegalArgumentException e) {
        throw ApiException.badParameter("limits", e.getMessage());
      }
    }
    if (changed.isEmpty()) {
      throw ApiException.badParameter("limits", "names no limit to be changed");
    }
    return changed;
  }

  private static Limit.Unit unit(String row, JsonNode limit) {
    String name = limit.path("unit").asText("");
    return Arrays.stream(Limit.Unit.values())
        .filter(unit -> unit.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ApiException.badParameter(
                    "limits",
                    row + " has a unit that is none of " + Arrays.toString(Limit.Unit.values())));
  }

  private Object decide(RoutingContext ctx) {
    ProposalStore.Verdict verdict = Verdicts.of(ctx);
    long id = Verdicts.id(ctx);
    Map<String, Object> told = new TreeMap<>(Map.of("reason", verdict.reason()));
    try {
      proposals
          .decide(id, verdict, clock.now())
          .ifPresent(
              version -> {
                told.put("version", version.number());
                told.put("inForceFrom", version.inForceFrom().toString());
              });
    } catch (ProposalRefusal e) {
      throw Verdicts.refused(e, ctx);
    }
    audit.append(ctx, AuditAction.ofCaseLimits(verdict.decision()), "case-limits/" + id, told);
    return json(proposals.find(id, verdict.userId()).orElseThrow());
  }

  private static ObjectNode json(CaseLimitProposal row) {
    ObjectNode node = Json.MAPPER.valueToTree(row);
    return node.put("id", Long.toString(row.id()));
  }
}
