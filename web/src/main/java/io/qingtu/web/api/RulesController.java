package io.qingtu.web.api;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleNames;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.PrecisionQueries;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The rules: what they are called, the numbers they run with, and how often they were right. */
public final class RulesController implements Controller {
  private record RuleRow(String rule, String name, String nameEn) {}

  private record ParameterRow(
      String name, double value, double initial, String unit, String meaning) {}

  private record Fleet(String company, Map<String, Double> values) {}

  private record Catalogue(
      String version,
      String fingerprint,
      List<RuleRow> rules,
      List<ParameterRow> parameters,
      List<Fleet> fleets) {}

  private record Precision(List<PrecisionQueries.Row> rows) {}

  private final Supplier<Parameters> inForce;
  private final PrecisionQueries precision;

  /**
   * @param inForce the parameters that the analysis runs with
   */
  public RulesController(Supplier<Parameters> inForce, PrecisionQueries precision) {
    this.inForce = inForce;
    this.precision = precision;
  }

  @Override
  public void mount(Router api) {
    api.get("/rules").handler(Reply.json(this::catalogue));
    api.get("/rules/precision").handler(Reply.json(this::precision));
  }

  /** Parameters of single fleets are for the city and for the company whose they are. */
  private Catalogue catalogue(RoutingContext ctx) {
    Account account = Sessions.account(ctx);
    Parameters now = inForce.get();
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
        rules,
        parameters,
        now.fleets().stream()
            .filter(company -> account.seesCity() || company.equals(account.company()))
            .map(company -> fleet(company, now))
            .toList());
  }

  private static Fleet fleet(String company, Parameters city) {
    Parameters own = city.ofFleet(company);
    Map<String, Double> values = new TreeMap<>();
    for (Parameter p : Parameter.values()) {
      if (own.get(p) != city.get(p)) {
        values.put(p.key(), own.get(p));
      }
    }
    return new Fleet(company, values);
  }

  private Precision precision(RoutingContext ctx) {
    Period asked = Period.of(new Arguments(ctx));
    return new Precision(precision.between(asked.from(), asked.to(), Sessions.scope(ctx)));
  }
}
