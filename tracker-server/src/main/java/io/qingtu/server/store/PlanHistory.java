package io.qingtu.server.store;

import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
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
import java.util.Optional;

/**
 * What routes and zones were before they were redrawn: what was permitted and forbidden then is
 * what a trip of then is judged by. Where anything else lies is corrected as a whole, so that no
 * vehicle seems to leave a place when it is redrawn.
 */
final class PlanHistory {
  private static final String REDRAWN =
      """
      select layer, object_id, content, lower(in_force) as since, upper(in_force) as until
      from plan_version where not isempty(in_force) and in_force <> '(,)'
        and (layer = 'ROUTES' or layer = 'PLACES' and content #>> '{columns,kind}' like 'ZONE%')
      order by layer, object_id, version\
      """;

  private final Map<String, Validity> since = new HashMap<>();
  private final List<Place> zones = new ArrayList<>();
  private final List<PermittedRoute> routes = new ArrayList<>();

  PlanHistory(Connection connection) throws SQLException {
    Database.query(connection, REDRAWN, this::take);
  }

  private boolean take(ResultSet row) throws SQLException {
    String layer = row.getString("layer");
    PlanRow content = PlanRow.parse(row.getString("content"));
    Validity period = PlanVersions.period(row, "since", "until");
    if (period.to().equals(Instant.MAX)) {
      since.put(layer + row.getString("object_id"), period);
    } else if (layer.equals(PlanLayer.ROUTES.name())) {
      PermittedRoute r = PlanLayer.ROUTES.read(content);
      r.validity().during(period).map(v -> with(r, v)).ifPresent(routes::add);
    } else {
      Place p = PlanLayer.PLACES.read(content);
      p.validity().during(period).map(v -> with(p, v)).ifPresent(zones::add);
    }
    return true;
  }

  /** The plan as it counts now with what counted before in front of it. */
  CityPlan addTo(CityPlan plan) {
    if (since.isEmpty()) {
      return plan;
    }
    List<Place> allPlaces = new ArrayList<>(zones);
    for (Place p : plan.places()) {
      during(PlanLayer.PLACES, p.id(), p.validity()).map(v -> with(p, v)).ifPresent(allPlaces::add);
    }
    List<PermittedRoute> allRoutes = new ArrayList<>(routes);
    for (PermittedRoute r : plan.routes()) {
      during(PlanLayer.ROUTES, r.id(), r.validity()).map(v -> with(r, v)).ifPresent(allRoutes::add);
    }
    return plan.with(allPlaces, allRoutes);
  }

  private Optional<Validity> during(PlanLayer<?> layer, String id, Validity own) {
    Validity period = since.get(layer.name() + id);
    return period == null ? Optional.of(own) : own.during(period);
  }

  private static Place with(Place p, Validity v) {
    return new Place(p.id(), p.name(), p.kind(), p.polygon(), v, p.hours());
  }

  private static PermittedRoute with(PermittedRoute r, Validity v) {
    return new PermittedRoute(r.id(), r.line(), r.corridorMetres(), v);
  }
}
