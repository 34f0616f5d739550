package io.qingtu.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.trial.AlertChange;
import io.qingtu.route.trial.LedgerDifference;
import io.qingtu.route.trial.RuleDifference;
import io.qingtu.server.store.Account;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.Permission;
import io.qingtu.server.store.TrialRow;
import io.qingtu.server.store.TrialStore;
import io.qingtu.server.trial.TrialDesk;
import io.qingtu.web.http.ApiException;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Json;
import io.qingtu.web.http.Named;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Trials of parameters (规则试算): what changed numbers would have made of a stored period. They
 * concern every company, so dispatchers see none; only who is responsible for rules may ask.
 */
public final class TrialsController implements Controller {
  private static final int MOST_LISTED = 50;
  private static final int MOST_WAITING = 5;

  private record Alarm(
      Instant start, Instant end, String grade, int severity, String status, String reason) {
    static Alarm of(Alert a) {
      return new Alarm(
          a.start(), a.end(), a.grade().name(), a.severity(), a.status().name(), a.reason());
    }
  }

  private record Change(
      AlertChange.Kind kind, String rule, String plate, Alarm before, Alarm after) {
    static Change of(AlertChange c) {
      return new Change(
          c.kind(),
          c.alert().rule(),
          c.alert().plate(),
          c.before().map(Alarm::of).orElse(null),
          c.after().map(Alarm::of).orElse(null));
    }
  }

  private record Rule(
      String rule, int before, int after, int added, int gone, int changed, int same) {
    static Rule of(RuleDifference r) {
      return new Rule(r.rule(), r.before(), r.after(), r.added(), r.gone(), r.changed(), r.same());
    }
  }

  private final TrialDesk desk;
  private final Supplier<Parameters> inForce;
  private final AuditLog audit;

  /**
   * @param inForce the parameters that the analysis runs with
   */
  public TrialsController(TrialDesk desk, Supplier<Parameters> inForce, AuditLog audit) {
    this.desk = desk;
    this.inForce = inForce;
    this.audit = audit;
  }

  @Override
  public void mount(Router api) {
    api.post("/trials").handler(Reply.json(202, this::file));
    api.get("/trials").handler(Reply.json(this::list));
    api.get("/trials/:id").handler(Reply.json(this::one));
  }

  private Object file(RoutingContext ctx) {
    Account account = Sessions.need(ctx, Permission.TRY);
    refuseDispatchers(ctx);
    JsonNode body = Arguments.body(ctx);
    Period period = Period.of(body);
    TrialStore.Wish wish =
        new TrialStore.Wish(account.id(), period.from(), period.to(), company(body), changed(body));
    long id = file(desk, wish, inForce.get());
    audit.append(
        ctx,
        AuditAction.TRIAL,
        "trial/" + id,
        Map.of("company", wish.company(), "values", wish.changed()));
    return summary(desk.find(id).orElseThrow());
  }

  /**
   * Files a trial; its id.
   *
   * @throws ApiException where a name or value is wrong, or too many trials wait
   */
  static long file(TrialDesk desk, TrialStore.Wish wish, Parameters before) {
    if (desk.newest(MOST_WAITING).stream().filter(t -> t.finishedAt() == null).count()
        == MOST_WAITING) {
      throw ApiException.badParameter("values", MOST_WAITING + " trials wait already");
    }
    try {
      return desk.file(wish, before);
    } catch (IllegalArgumentException e) {
      throw ApiException.badParameter("values", e.getMessage());
    }
  }

  /** Whose parameters a body is about; empty: the city's. */
  static String company(JsonNode body) {
    return Arguments.field(body, "company", 200);
  }

  /** The numbers of a body, by name. */
  static Map<String, Double> changed(JsonNode body) {
    Map<String, Double> changed = new TreeMap<>();
    JsonNode values = body.path("values");
    values
        .properties()
        .forEach(
            e -> {
              if (!e.getValue().isNumber()) {
                throw ApiException.badParameter("values", e.getKey() + " is no number");
              }
              changed.put(e.getKey(), e.getValue().doubleValue());
            });
    if (changed.isEmpty()) {
      throw ApiException.badParameter("values", "names no parameter to be tried");
    }
    return changed;
  }

  private Object list(RoutingContext ctx) {
    refuseDispatchers(ctx);
    List<ObjectNode> trials = desk.newest(MOST_LISTED).stream().map(this::summary).toList();
    return Json.MAPPER.createObjectNode().set("trials", Json.MAPPER.valueToTree(trials));
  }

  private Object one(RoutingContext ctx) {
    refuseDispatchers(ctx);
    TrialRow trial = Named.of(ctx, "trial", desk::find);
    ObjectNode answer = summary(trial);
    LedgerDifference found =
        desk.findDifference(trial.id()).orElse(new LedgerDifference(List.of(), List.of()));
    answer.set("rules", Json.MAPPER.valueToTree(found.rules().stream().map(Rule::of).toList()));
    answer.set(
        "changes", Json.MAPPER.valueToTree(found.changes().stream().map(Change::of).toList()));
    return answer;
  }

  private ObjectNode summary(TrialRow trial) {
    ObjectNode node = Json.MAPPER.valueToTree(trial);
    node.put("id", Long.toString(trial.id()));
    node.put("progress", trial.finishedAt() != null ? 1 : desk.progress(trial.id()).orElse(0.0));
    return node;
  }

  static void refuseDispatchers(RoutingContext ctx) {
    if (!Sessions.account(ctx).seesCity()) {
      throw ApiException.forbidden("trials show every company");
    }
  }
}
