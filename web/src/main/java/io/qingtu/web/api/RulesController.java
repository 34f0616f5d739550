package io.qingtu.web.api;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleNames;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.ParameterStore;
import io.qingtu.server.store.ParameterVersion;
import io.qingtu.server.store.PrecisionQueries;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.qingtu.web.live.CityClock;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rules: what they are called, the numbers they run with, and how often they were right. */
public final class RulesController implements Controller {
  private record RuleRow(String rule, String name, String nameEn) {}

  private record ParameterRow(
      String name, double value, double initial, String unit, String meaning) {}

  /** What a fleet has of its own. */
  record Fleet(String company, Map<String, Double> values) {}

  private record Catalogue(
      String version,
      String fingerprint,
      int number,
      int newest,
      List<RuleRow> rules,
      List<ParameterRow> parameters,
      List<Fleet> fleets) {}

  private record Precision(List<PrecisionQueries.Row> rows) {}

  private final ParameterStore versions;
  private final PrecisionQueries precision;
  private final CityClock clock;

  public RulesController(ParameterStore versions, PrecisionQueries precision, CityClock clock) {
    this.versions = versions;
    this.precision = precision;
    this.clock = clock;
  }

  @Override
  public void mount(Router api) {
    api.get("/rules").handler(Reply.json(this::catalogue));
    api.get("/rules/precision").handler(Reply.json(this::precision));
  }

  /** Parameters of single fleets are for the city and for the company whose they are. */
  private Catalogue catalogue(RoutingContext ctx) {
    Account account = Sessions.account(ctx);
    List<ParameterVersion> all = versions.all();
    Optional<ParameterVersion> inForce =
        all.stream().filter(v -> !v.inForceFrom().isAfter(clock.now())).findFirst();
    Parameters now = inForce.map(ParameterVersion::parameters).orElse(Parameters.DEFAULTS);
    List<RuleRow> rules = new ArrayList<>();
    new TreeMap<>(RuleNames.all())
        .forEach((rule, name) -> rules.add(new RuleRow(rule, name.zh(), name.en())));
    List<ParameterRow> parameters = new ArrayList<>();
    for (Parameter p : Parameter.values()) {
      parameters.add(new ParameterRow(p.key(), now.get(p), p.initial(), p.unit(), p.meaning()));
    }
    return new Catalogue(
        RuleSet.VERSION,
        now.fingerprint(),
        inForce.map(ParameterVersion::number).orElse(0),
        all.isEmpty() ? 0 : all.get(0).number(),
        rules,
        parameters,
        now.fleets().stream()
            .filter(company -> account.seesCity() || company.equals(account.company()))
            .map(company -> new Fleet(company, now.ownOf(company)))
            .toList());
  }

  private Precision precision(RoutingContext ctx) {
    Period asked = Period.of(new Arguments(ctx));
    return new Precision(precision.between(asked.from(), asked.to(), Sessions.scope(ctx)));
  }
}
