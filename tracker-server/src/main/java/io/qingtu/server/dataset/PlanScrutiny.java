package io.qingtu.server.dataset;

import io.qingtu.route.datum.LayerSentinel;
import io.qingtu.route.datum.LayerSentinel.Finding;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.CollectionPoint;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Holds what somebody wants to put into the plan against the plan that is there: whether it lies in
 * the city and in its datum, and whether what it names is on file.
 */
public final class PlanScrutiny {
  private static final int LONGEST_ID = 64;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_POINTS = 10_000;
  private static final double WIDEST_CORRIDOR_M = 2000;
  private static final int MOST_PASSES = 24;

  private final CityPlan known;
  private final Envelope city;
  private final LocalPlane plane;
  private final SegmentGrid roads;
  private final Map<String, PlaceKind> places = new HashMap<>();
  private final Set<String> routes;
  private final Set<String> plates;
  private final Map<String, Segment> segments = new HashMap<>();

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
    known.segments().forEach(s -> segments.put(s.id(), s));
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
    } else if (layer == PlanLayer.PERMITS) {
      permit(canonical, PlanLayer.PERMITS.read(canonical));
    } else if (layer == PlanLayer.REQUIREMENTS) {
      requirement(canonical, PlanLayer.REQUIREMENTS.read(canonical));
    } else {
      collectionPoint(canonical, PlanLayer.COLLECTION_POINTS.read(canonical));
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

  private void requirement(PlanRow row, Requirement r) {
    Optional<Segment> segment = r.segmentId().map(segments::get);
    if (r.segmentId().isPresent() && segment.isEmpty()) {
      throw row.wrong("segment_id \"" + r.segmentId().get() + "\" is no road segment on file");
    }
    if (segment.isPresent() && !row.text("side").equals("BOTH")) {
      for (Side side : r.sides()) {
        if (!segment.get().sides().contains(side)) {
          throw row.wrong("side: segment " + segment.get().id() + " has no side " + side);
        }
      }
    }
    if (r.passes() > MOST_PASSES) {
      throw row.wrong("passes is more than " + MOST_PASSES);
    }
    contractor(row, r.contractor(), v -> r.op().fits(v.kind()));
  }

  private void collectionPoint(PlanRow row, CollectionPoint p) {
    Coordinate at = new Coordinate(p.longitude(), p.latitude());
    if (!city.contains(at)) {
      throw row.wrong(PlanCheck.outside(at));
    }
    contractor(row, p.contractor(), v -> v.kind() == VehicleKind.COLLECTION_TRUCK);
  }

  /** Nobody is asked for what none of his vehicles can do: every window would be missed. */
  private void contractor(PlanRow row, String name, Predicate<Vehicle> fits) {
    if (known.vehicles().stream()
        .filter(fits)
        .noneMatch(v -> name.isEmpty() || v.company().equals(name))) {
      throw row.wrong("contractor \"" + name + "\" has no vehicle on file that can do it");
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
