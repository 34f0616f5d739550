package io.qingtu.route.permit;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.permit.Conflict.Kind;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** What is wrong with the permits of a plan, before a trip on them shows it. */
public final class PermitConflicts {
  private static final Duration RECENT = Duration.ofDays(30);
  private static final double MISS_M = 500;

  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, PermittedRoute> routes = new HashMap<>();
  private final Map<String, Double> offRoad = new HashMap<>();
  private final Map<String, List<Permit>> byPlate;
  private final List<Permit> permits;
  private final boolean roadsKnown;
  private final RouteSurvey survey;
  private final double reach;
  private final double mostOffRoad;
  private final Instant now;
  private final List<Conflict> found = new ArrayList<>();

  private PermitConflicts(CityPlan plan, Parameters parameters, Instant now) {
    this.permits = plan.permits();
    this.byPlate = permits.stream().collect(Collectors.groupingBy(Permit::plate));
    this.now = now;
    this.reach = parameters.get(Parameter.ROUTE_NEAR_M);
    this.mostOffRoad = 1 - parameters.get(Parameter.ROUTE_NEAR_SHARE);
    this.roadsKnown = !plan.segments().isEmpty();
    plan.places().forEach(p -> places.put(p.id(), p));
    plan.routes().forEach(r -> routes.put(r.id(), r));
    Envelope extent = new Envelope();
    plan.places().forEach(p -> extent.expandToInclude(p.polygon().getEnvelopeInternal()));
    plan.routes().forEach(r -> extent.expandToInclude(r.line().getEnvelopeInternal()));
    Coordinate centre = extent.isNull() ? new Coordinate(0, 0) : extent.centre();
    LocalPlane plane = new LocalPlane(centre.x, centre.y);
    this.survey = new RouteSurvey(plane, new SegmentGrid(plan.segments(), plane));
  }

  /**
   * By permit, then by kind.
   *
   * @param plan as it counts now
   */
  public static List<Conflict> of(CityPlan plan, Parameters parameters, Instant now) {
    PermitConflicts conflicts = new PermitConflicts(plan, parameters, now);
    conflicts.permits.forEach(conflicts::judge);
    conflicts.found.sort(
        Comparator.comparing((Conflict c) -> c.permit().id())
            .thenComparing(Conflict::kind)
            .thenComparing(Conflict::objectId));
    return conflicts.found;
  }

  private void judge(Permit p) {
    Instant end = p.validity().to();
    if (!end.isAfter(now)) {
      boolean recent = end.isAfter(now.minus(RECENT));
      if (recent && others(p).stream().noneMatch(o -> o.validity().contains(now))) {
        add(Kind.EXPIRED, p, "", Double.NaN);
      }
      return;
    }
    place(p, p.siteId(), Kind.SITE_UNKNOWN, Kind.SITE_CLOSED);
    p.disposalIds().forEach(id -> place(p, id, Kind.GROUND_UNKNOWN, Kind.GROUND_CLOSED));
    if (p.routeIds().isEmpty()) {
      add(Kind.NO_ROUTE, p, "", Double.NaN);
    }
    p.routeIds().forEach(id -> route(p, id));
    reach(p, p.siteId());
    p.disposalIds().forEach(id -> reach(p, id));
    for (Permit o : others(p)) {
      // said once, of the one that comes later
      boolean later = o.id().compareTo(p.id()) < 0;
      if (later
          && o.validity().to().isAfter(now)
          && o.validity().during(p.validity()).isPresent()) {
        add(Kind.OVERLAP, p, o.id(), Double.NaN);
      }
    }
    Instant begin = p.validity().from();
    if (p.enteredAt() != null && !begin.equals(Instant.MIN) && p.enteredAt().isAfter(begin)) {
      double hours = Duration.between(begin, p.enteredAt()).toMinutes() / 60.0;
      add(Kind.ENTERED_LATE, p, "", hours);
    }
  }

  /** The vehicle's other permits for the site. */
  private List<Permit> others(Permit p) {
    return byPlate.get(p.plate()).stream()
        .filter(o -> o.siteId().equals(p.siteId()) && !o.id().equals(p.id()))
        .toList();
  }

  private void place(Permit p, String id, Kind unknown, Kind closed) {
    Place place = places.get(id);
    if (place == null) {
      add(unknown, p, id, Double.NaN);
    } else if (place.validity().to().isBefore(p.validity().to())) {
      add(closed, p, id, Double.NaN);
    }
  }

  private void route(Permit p, String id) {
    PermittedRoute route = routes.get(id);
    if (route == null) {
      add(Kind.ROUTE_UNKNOWN, p, id, Double.NaN);
      return;
    }
    if (route.validity().to().isBefore(p.validity().to())) {
      add(Kind.ROUTE_ENDED, p, id, Double.NaN);
    }
    double off =
        offRoad.computeIfAbsent(
            id, k -> roadsKnown ? survey.shareOffRoad(route.line(), reach) : 0.0);
    if (off > mostOffRoad) {
      add(Kind.ROUTE_OFF_ROAD, p, id, off);
    }
  }

  /** Whether one of the permit's routes leads there; says nothing where none is on file. */
  private void reach(Permit p, String placeId) {
    Place place = places.get(placeId);
    if (place == null) {
      return;
    }
    p.routeIds().stream()
        .map(routes::get)
        .filter(Objects::nonNull)
        .mapToDouble(route -> survey.distance(route.line(), place.polygon()))
        .min()
        .stream()
        .filter(miss -> miss > MISS_M)
        .forEach(miss -> add(Kind.ROUTE_MISSES, p, placeId, miss));
  }

  private void add(Kind kind, Permit permit, String objectId, double measured) {
    found.add(new Conflict(kind, permit, objectId, measured));
  }
}
