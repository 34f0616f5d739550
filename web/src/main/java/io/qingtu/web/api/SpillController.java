package io.qingtu.web.api;

import io.qingtu.route.forensics.SpillQuestion;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.SpillFinder;
import io.qingtu.server.store.SpillQueries;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** 遗撒反查: who was at a place in these hours, ranked with the reasons (P08). */
public final class SpillController implements Controller {
  private final Database database;
  private final FleetQueries fleet;
  private final Supplier<Parameters> inForce;
  private final AuditLog audit;
  private final TableFiles files;

  /**
   * @param inForce the parameters that the analysis runs with
   */
  public SpillController(
      Database database,
      FleetQueries fleet,
      Supplier<Parameters> inForce,
      AuditLog audit,
      TableFiles files) {
    this.database = database;
    this.fleet = fleet;
    this.inForce = inForce;
    this.audit = audit;
    this.files = files;
  }

  @Override
  public void mount(Router api) {
    api.get("/spill").handler(Reply.json(this::search));
    api.get("/spill-file")
        .handler(files.handler("遗撒反查", SpillAnswer.COLUMNS, ctx -> search(ctx).rows()));
  }

  private SpillAnswer search(RoutingContext ctx) {
    Arguments in = new Arguments(ctx);
    Period period = Period.of(in);
    SpillQuestion question =
        new SpillQuestion(
            in.degrees("lon", 180), in.degrees("lat", 90), period.from(), period.to());
    Scope scope = Sessions.scope(ctx);
    Parameters p = inForce.get();
    SpillQueries queries = new SpillQueries(database, p);
    Instant from = question.clean().minusMillis(p.millis(Parameter.SPILL_LEAD_S));
    Map<String, VehicleRow> vehicles =
        fleet.vehicles(scope).stream().collect(Collectors.toMap(VehicleRow::plate, v -> v));
    List<SpillAnswer.Candidate> candidates =
        new SpillFinder(queries, p)
            .find(question, scope).stream()
                .map(s -> SpillAnswer.Candidate.of(s, vehicles.get(s.plate())))
                .toList();
    audit.append(
        ctx,
        AuditAction.SPILL,
        "place/" + question.longitude() + "," + question.latitude(),
        Map.of("from", period.from().toString(), "to", period.to().toString()));
    return new SpillAnswer(
        candidates,
        queries.unobserved(from, question.dirty(), scope),
        scope.wholeCity() ? queries.strangers(from, question.dirty()) : List.of());
  }
}
