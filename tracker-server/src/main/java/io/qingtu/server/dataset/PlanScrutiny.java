package io.qingtu.server.dataset;

import io.qingtu.route.datum.LayerSentinel;
import io.qingtu.route.datum.LayerSentinel.Finding;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Vehicle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Holds a place, a route or a permit that somebody wants to put into the plan against the plan that
 * is there: whether it lies in the city and in its datum, and whether what it names is on file.
 */
public final class PlanScrutiny {
  private static final int LONGEST_ID = 64;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_POINTS = 10_000;
  private static final double WIDEST_CORRIDOR_M = 2000;

  private final CityPlan known;
  private final Envelope city;
  private final LocalPlane plane;
  private final SegmentGrid roads;
  private final Map<String, PlaceKind> places = new HashMap<>();
  private final Set<String> routes;
  private final Set<String> plates;

  /**
   * @param known as it counts now
   */
  public PlanScrutiny(CityPlan known) {
    this.known = known;
    city = PlanCheck.city(known);
    Coordinate centre = city.centre();
    plane = new LocalPlane(centre.x, centre.y);
    roads = new SegmentGrid(known.segments(), plane);
    known.places().forEach(p -> places.put(p.id(), p.kind()));
    routes = known.routes().stream().map(PermittedRoute::id).collect(Collectors.toSet());
    plates = known.vehicles().stream().map(Vehicle::plate).collect(Collectors.toSet());
  }

  /**
   * The row as it will be filed.
   *
   * @throws DataSetException where it cannot be right
   */
  public PlanRow checked(PlanLayer<?> layer, PlanRow row) {
    String id = layer.id(row);
    if (id.length() > LONGEST_ID || !id.matches("[^\\p{Cntrl};]*")) {
      throw row.wrong("an id has at most " + LONGEST_ID + " characters, and no ; among them");
    }
    PlanRow canonical = layer.canonical(row);
    if (layer == PlanLayer.PLACES) {
      place(canonical, PlanLayer.PLACES.read(canonical));
    } else if (layer == PlanLayer.ROUTES) {
      route(canonical, PlanLayer.ROUTES.read(canonical));
    } else {
      permit(canonical, PlanLayer.PERMITS.read(canonical));
    }
    return canonical;
  }

  private void place(PlanRow row, Place place) {
    if (place.name().length() > LONGEST_NAME) {
      throw row.wrong("name has more than " + LONGEST_NAME + " characters");
    }
    PlaceKind before = places.get(place.id());
    if (before != null && before.isZone() != place.kind().isZone()) {
      throw row.wrong("kind: a " + before + " does not become a " + place.kind());
    }
    shape(row, place.polygon());
    refuseOtherDatum(row, known.with(List.of(place), known.routes()));
  }

  private void route(PlanRow row, PermittedRoute route) {
    if (route.corridorMetres() > WIDEST_CORRIDOR_M) {
      throw row.wrong("corridor_m is more than " + (int) WIDEST_CORRIDOR_M);
    }
    shape(row, route.line());
    refuseOtherDatum(row, known.with(List.of(), List.of(route)));
  }

  private void shape(PlanRow row, Geometry shape) {
    if (shape.getNumPoints() > MOST_POINTS) {
      throw row.wrong("has more than " + MOST_POINTS + " points");
    }
    for (Coordinate c : shape.getCoordinates()) {
      if (!city.contains(c)) {
        throw row.wrong(PlanCheck.outside(c));
      }
    }
  }

  private void refuseOtherDatum(PlanRow row, CityPlan plan) {
    Optional<Finding> found =
        new LayerSentinel(plan, plane, roads, Parameters.DEFAULTS).judge(List.of());
    if (found.isPresent()) {
      throw row.wrong(DatumCheck.reason(found.get()));
    }
  }

  private void permit(PlanRow row, Permit permit) {
    if (!plates.contains(permit.plate())) {
      throw row.wrong("plate \"" + permit.plate() + "\" is no vehicle on file");
    }
    PlaceKind site = places.get(permit.siteId());
    if (site != PlaceKind.SITE) {
      throw row.wrong("site_id \"" + permit.siteId() + "\" is no site on file");
    }
    for (String id : permit.disposalIds()) {
      PlaceKind ground = places.get(id);
      if (ground == null || !ground.isEndPlace()) {
        throw row.wrong("disposal_ids: \"" + id + "\" is no ground on file");
      }
    }
    for (String id : permit.routeIds()) {
      if (!routes.contains(id)) {
        throw row.wrong("route_ids: \"" + id + "\" is no route on file");
      }
    }
  }
}
