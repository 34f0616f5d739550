package io.qingtu.web.api;

import io.qingtu.route.forensics.Behaviour;
import io.qingtu.route.forensics.BehaviourSearch;
import io.qingtu.route.forensics.Conduct;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.trip.Trip;
import io.qingtu.server.store.AuditAction;
import io.qingtu.server.store.BehaviourQueries;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.FleetQueries;
import io.qingtu.server.store.FleetQueries.VehicleRow;
import io.qingtu.server.store.Scope;
import io.qingtu.web.http.Arguments;
import io.qingtu.web.http.AuditLog;
import io.qingtu.web.http.Controller;
import io.qingtu.web.http.Reply;
import io.qingtu.web.http.Sessions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** 行为画像: whose trips went otherwise than those of the others, trucks and companies (P10). */
public final class BehaviourController implements Controller {
  private record Indicator(
      Conduct.Kind kind,
      double weight,
      int cases,
      int of,
      double share,
      double usual,
      boolean held) {
    static Indicator of(Conduct.Indicator i) {
      return new Indicator(i.kind(), i.weight(), i.cases(), i.of(), i.share(), i.usual(), i.held());
    }
  }

  private record Row(
      String name,
      String company,
      int trips,
      double observed,
      double score,
      List<Indicator> indicators) {
    static List<Row> of(List<Conduct> all, Function<String, String> company) {
      return all.stream()
          .map(
              c ->
                  new Row(
                      c.name(),
                      company.apply(c.name()),
                      c.trips(),
                      c.observed(),
                      c.score(),
                      c.indicators().stream().map(Indicator::of).toList()))
          .toList();
    }
  }

  private record Ranking(List<Row> compared, List<Row> tooFew) {
    static Ranking of(Behaviour b, Function<String, String> company) {
      return new Ranking(Row.of(b.compared(), company), Row.of(b.tooFew(), company));
    }
  }

  private record Answer(Ranking trucks, Ranking companies) {}

  private final BehaviourQueries queries;
  private final FleetQueries fleet;
  private final Supplier<Parameters> inForce;
  private final AuditLog audit;

  /**
   * @param inForce the parameters that the analysis runs with
   */
  public BehaviourController(
      Database database, FleetQueries fleet, Supplier<Parameters> inForce, AuditLog audit) {
    this.queries = new BehaviourQueries(database);
    this.fleet = fleet;
    this.inForce = inForce;
    this.audit = audit;
  }

  @Override
  public void mount(Router api) {
    api.get("/behaviour").handler(Reply.json(this::rank));
  }

  private Object rank(RoutingContext ctx) {
    Period period = Period.of(new Arguments(ctx));
    Scope scope = Sessions.scope(ctx);
    audit.append(
        ctx,
        AuditAction.BEHAVIOUR,
        "fleet",
        Map.of("from", period.from().toString(), "to", period.to().toString()));
    Map<String, String> companies =
        fleet.vehicles(scope).stream()
            .filter(v -> v.kind().equals(VehicleKind.MUCK_TRUCK.name()))
            .collect(Collectors.toMap(VehicleRow::plate, VehicleRow::company));
    List<Trip> trips =
        queries.trips(period.from(), period.to(), scope).stream()
            .filter(t -> companies.containsKey(t.plate()))
            .toList();
    Set<String> notCompleted = queries.notCompleted(period.from(), period.to(), scope);
    BehaviourSearch search = new BehaviourSearch(inForce.get());
    return new Answer(
        Ranking.of(
            search.rank(trips, notCompleted, companies.keySet(), plate -> plate), companies::get),
        Ranking.of(
            search.rank(trips, notCompleted, Set.copyOf(companies.values()), companies::get),
            name -> name));
  }
}
