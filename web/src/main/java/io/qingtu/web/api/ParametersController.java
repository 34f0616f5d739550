package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.ParameterChange;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.ParameterStore;
import io.qingtu.server.store.ParameterVersion;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.ProposalRefusal;
import io.qingtu.server.store.ProposalRow;
import io.qingtu.server.store.ProposalStore;
import io.qingtu.server.store.TrialStore;
import io.qingtu.server.trial.TrialDesk;
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
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parameters of the rules (规则参数): their versions, and changes that one person proposes and another
 * approves when a trial has shown what they would have done.
 */
public final class ParametersController implements Controller {
  /** That a proposal is tried on. */
  private static final int TRIAL_DAYS = 30;

  private static final int MOST_LISTED = 50;

  private record Version(
      int number,
      String ruleSet,
      Instant inForceFrom,
      boolean inForce,
      String proposalId,
      List<ParameterChange> changes) {}

  private record Numbers(
      int number, Map<String, Double> parameters, List<RulesController.Fleet> fleets) {}

  private final ParameterStore versions;
  private final ProposalStore proposals;
  private final TrialDesk trials;
  private final AuditLog audit;
  private final CityClock clock;

  public ParametersController(
      ParameterStore versions,
      ProposalStore proposals,
      TrialDesk trials,
      AuditLog audit,
      CityClock clock) {
    this.versions = versions;
    this.proposals = proposals;
    this.trials = trials;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/parameter-versions").handler(Reply.json(this::history));
    api.get("/parameter-versions/:number").handler(Reply.json(this::numbers));
    api.get("/parameter-proposals").handler(Reply.json(this::list));
    api.post("/parameter-proposals").handler(Reply.json(201, this::propose));
    api.post("/parameter-proposals/:id/decision").handler(Reply.json(201, this::decide));
  }

  private Object history(RoutingContext ctx) {
    TrialsController.refuseDispatchers(ctx);
    Instant now = clock.now();
    List<ParameterVersion> all = versions.all();
    int inForce =
        all.stream()
            .filter(v -> !v.inForceFrom().isAfter(now))
            .mapToInt(ParameterVersion::number)
            .findFirst()
            .orElse(0);
    List<Version> told = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      ParameterVersion v = all.get(i);
      told.add(
          new Version(
              v.number(),
              v.ruleSet(),
              v.inForceFrom().equals(Instant.MIN) ? null : v.inForceFrom(),
              v.number() == inForce,
              v.proposalId().map(id -> Long.toString(id)).orElse(null),
              i + 1 < all.size()
                  ? ParameterChange.between(all.get(i + 1).parameters(), v.parameters())
                  : List.of()));
    }
    return Map.of("versions", told);
  }

  private Object numbers(RoutingContext ctx) {
    TrialsController.refuseDispatchers(ctx);
    String number = ctx.pathParam("number");
    ParameterVersion version =
        versions.all().stream()
            .filter(v -> Integer.toString(v.number()).equals(number))
            .findFirst()
            .orElseThrow(() -> ApiException.notFound("version " + number));
    return new Numbers(
        version.number(),
        version.parameters().byName(),
        version.parameters().fleets().stream()
            .map(c -> new RulesController.Fleet(c, version.parameters().ownOf(c)))
            .toList());
  }

  private Object list(RoutingContext ctx) {
    TrialsController.refuseDispatchers(ctx);
    int reader = Sessions.account(ctx).id();
    return Map.of(
        "proposals",
        proposals.newest(MOST_LISTED, reader).stream().map(ParametersController::json).toList());
  }

  /** Whoever proposes has it tried on the days that are over, on top of the newest version. */
  private Object propose(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.PROPOSE);
    JsonNode body = Arguments.body(ctx);
    ParameterVersion newest =
        versions.all().stream()
            .findFirst()
            .orElseThrow(
                () -> ApiException.conflict("no_version", "the analysis has never begun here"));
    int base = Arguments.requiredWhole(body, "base", 1, Integer.MAX_VALUE);
    String reason = Arguments.requiredText(body, "reason", Verdicts.MOST_REASON);
    Optional<Instant> from = Verdicts.inForceFrom(body);
    Map<String, Double> changed = TrialsController.changed(body);
    String company = TrialsController.company(body);
    if (!company.isEmpty() && !versions.isCompany(company)) {
      throw ApiException.badParameter("company", "is not on file");
    }
    if (base != newest.number()) {
      throw ApiException.conflict(
          "outdated", "the newest version is " + newest.number() + ", not " + base);
    }
    TrialStore.Wish wish = lastDays(account, company, changed);
    long trial = TrialsController.file(trials, wish, newest.parameters());
    long id =
        proposals.add(
            new ProposalStore.NewProposal(
                base, wish.company(), changed, reason, from, trial, account.id()),
            clock.now());
    audit.append(
        ctx,
        AuditAction.PARAMETERS_PROPOSED,
        "proposal/" + id,
        Map.of("base", base, "company", wish.company(), "values", changed, "reason", reason));
    return json(proposals.find(id, account.id()).orElseThrow());
  }

  private TrialStore.Wish lastDays(Account account, String company, Map<String, Double> changed) {
    ZonedDateTime midnight =
        clock.now().atZone(DailyHours.CITY_ZONE).toLocalDate().atStartOfDay(DailyHours.CITY_ZONE);
    return new TrialStore.Wish(
        account.id(),
        midnight.minusDays(TRIAL_DAYS).toInstant(),
        midnight.toInstant(),
        company,
        changed);
  }

  private Object decide(RoutingContext ctx) {
    ProposalStore.Verdict verdict = Verdicts.of(ctx);
    String reason = verdict.reason();
    long id = Verdicts.id(ctx);
    Optional<ParameterVersion> version;
    try {
      version = proposals.decide(id, verdict, clock.now());
    } catch (ProposalRefusal e) {
      throw Verdicts.refused(e, ctx);
    }
    audit.append(
        ctx,
        AuditAction.ofParameters(verdict.decision()),
        "proposal/" + id,
        version
            .<Map<String, ?>>map(
                v ->
                    Map.of(
                        "reason",
                        reason,
                        "version",
                        v.number(),
                        "ruleSet",
                        v.ruleSet(),
                        "inForceFrom",
                        v.inForceFrom().toString()))
            .orElse(Map.of("reason", reason)));
    return json(proposals.find(id, verdict.userId()).orElseThrow());
  }

  private static ObjectNode json(ProposalRow row) {
    ObjectNode node = Json.MAPPER.valueToTree(row);
    return node.put("id", Long.toString(row.id())).put("trialId", Long.toString(row.trialId()));
  }
}
