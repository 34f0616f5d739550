package io.qingtu.server.store;

import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.Validity;
import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What routes, zones, cleaning requirements and collection points were before they were changed:
 * what was permitted, forbidden or asked for then is what a trip or a window of then is judged by.
 * Where anything else lies is corrected as a whole, so that no vehicle seems to leave a place when
 * it is redrawn.
 */
final class PlanHistory {
  private static final String CHANGED =
      """
      select layer, object_id, content, lower(in_force) as since, upper(in_force) as until
      from plan_version where not isempty(in_force) and in_force <> '(,)'
        and (?::timestamptz is null or upper_inf(in_force) or upper(in_force) > ?)
        and (layer in ('ROUTES', 'REQUIREMENTS', 'COLLECTION_POINTS')
          or layer = 'PLACES' and content #>> '{columns,kind}' like 'ZONE%')
      order by layer, object_id, version\
      """;

  /** What counted for a time that is over. */
  private record Past(PlanRow content, Validity period) {}

  /** Since when what counts now does, by layer and id; what has always counted is not in it. */
  private final Map<String, Validity> since = new HashMap<>();

  private final Map<String, List<Past>> past = new HashMap<>();

  /**
   * @param from nothing is asked about what gave way before; {@link Instant#MIN}: anything is
   */
  PlanHistory(Connection connection, Instant from) throws SQLException {
    Instant since = from.equals(Instant.MIN) ? null : from;
    Database.query(connection, CHANGED, this::take, since, since);
  }

  private boolean take(ResultSet row) throws SQLException {
    String layer = row.getString("layer");
    Validity period = PlanVersions.period(row, "since", "until");
    if (period.to().equals(Instant.MAX)) {
      since.put(layer + row.getString("object_id"), period);
    } else {
      past.computeIfAbsent(layer, l -> new ArrayList<>())
          .add(new Past(PlanRow.parse(row.getString("content")), period));
    }
    return true;
  }

  /**
   * The plan as it counts now with what counted before in front of it. A point is where it is: it
   * is moved as a whole, as a place is.
   */
  CityPlan addTo(CityPlan plan) {
    if (since.isEmpty()) {
      return plan;
    }
    return plan.with(
            all(PlanLayer.PLACES, plan.places(), Place::id, Place::validity, PlanHistory::with),
            all(
                PlanLayer.ROUTES,
                plan.routes(),
                PermittedRoute::id,
                PermittedRoute::validity,
                PlanHistory::with))
        .withTasks(
            all(
                PlanLayer.REQUIREMENTS,
                plan.requirements(),
                Requirement::id,
                Requirement::validity,
                Requirement::during),
            standing(
                plan.collectionPoints(),
                all(
                    PlanLayer.COLLECTION_POINTS,
                    plan.collectionPoints(),
                    CollectionPoint::id,
                    CollectionPoint::validity,
                    CollectionPoint::during)));
  }

  private static List<CollectionPoint> standing(
      List<CollectionPoint> now, List<CollectionPoint> versions) {
    Map<String, CollectionPoint> byId = new HashMap<>();
    now.forEach(p -> byId.put(p.id(), p));
    return versions.stream().map(p -> p.at(byId.getOrDefault(p.id(), p))).toList();
  }

  /** The past versions of a layer and those that count now, each for its time. */
  private <T> List<T> all(
      PlanLayer<T> layer,
      List<T> now,
      Function<T, String> id,
      Function<T, Validity> own,
      BiFunction<T, Validity, T> during) {
    List<T> all = new ArrayList<>();
    for (Past p : past.getOrDefault(layer.name(), List.of())) {
      T thing = layer.read(p.content());
      own.apply(thing).during(p.period()).map(v -> during.apply(thing, v)).ifPresent(all::add);
    }
    for (T thing : now) {
      Validity period = since.getOrDefault(layer.name() + id.apply(thing), Validity.ALWAYS);
      own.apply(thing).during(period).map(v -> during.apply(thing, v)).ifPresent(all::add);
    }
    return all;
  }

  private static Place with(Place p, Validity v) {
    return new Place(p.id(), p.name(), p.kind(), p.polygon(), v, p.hours());
  }

  private static PermittedRoute with(PermittedRoute r, Validity v) {
    return new PermittedRoute(r.id(), r.line(), r.corridorMetres(), v);
  }
}
