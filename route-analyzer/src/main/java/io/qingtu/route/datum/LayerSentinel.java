package io.qingtu.route.datum;

import io.qingtu.route.geo.Datum;
import io.qingtu.route.geo.FlatPolygon;
import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Permit;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Place;
import io.qingtu.route.track.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;

/**
 * Finds a layer of a plan that has another datum than WGS-84 and does not say so (C12). Roads are
 * held against moving fixes, routes against roads, places against the ends of permitted routes and
 * the stays of the trucks that may go there. What nobody drives on or to cannot be told and is
 * believed.
 */
public final class LayerSentinel {
  /** A part of the plan that comes as one file. */
  public enum Layer {
    SEGMENTS,
    ROUTES,
    PLACES
  }

  /**
   * A layer in another datum.
   *
   * @param id of the route or place that shows it; empty where it is the layer as a whole
   * @param evidence in words
   */
  public record Finding(Layer layer, String id, Datum datum, String evidence) {}

  private static final Datum[] OTHERS = {Datum.GCJ02, Datum.BD09};

  private final CityPlan plan;
  private final Parameters p;
  private final LocalPlane plane;
  private final SegmentGrid roads;

  /**
   * @param plane of the city, with the roads in it
   */
  public LayerSentinel(CityPlan plan, LocalPlane plane, SegmentGrid roads, Parameters parameters) {
    this.plan = plan;
    this.p = parameters;
    this.plane = plane;
    this.roads = roads;
  }

  /** The first layer that another datum fits far better; empty where all may be right. */
  public Optional<Finding> judge(Collection<Position> positions) {
    return roads(positions).or(this::routes).or(() -> places(positions));
  }

  private Optional<Finding> roads(Collection<Position> positions) {
    if (plan.segments().isEmpty()) {
      return Optional.empty();
    }
    RoadFit fit = new RoadFit(roads, plane, p);
    Thinning thinning = Thinning.of(positions, p);
    for (Position q : positions) {
      if (thinning.takes(q)) {
        fit.add(q.longitude(), q.latitude(), q.directionDegrees());
      }
    }
    return fit.ofRoads()
        .map(
            d -> new Finding(Layer.SEGMENTS, "", d, fit.size() + " moving fixes lie on its roads"));
  }

  private Optional<Finding> routes() {
    RouteFit fit = new RouteFit(roads, plane, p);
    for (PermittedRoute r : plan.routes()) {
      Optional<Datum> datum = fit.of(r.line());
      if (datum.isPresent()) {
        return Optional.of(new Finding(Layer.ROUTES, r.id(), datum.get(), "it lies on the roads"));
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> places(Collection<Position> positions) {
    Map<String, List<Permit>> permits = new TreeMap<>();
    Set<String> plates = new HashSet<>();
    for (Permit permit : plan.permits()) {
      plates.add(permit.plate());
      permits.computeIfAbsent(permit.siteId(), k -> new ArrayList<>()).add(permit);
      permit
          .disposalIds()
          .forEach(id -> permits.computeIfAbsent(id, k -> new ArrayList<>()).add(permit));
    }
    Map<String, List<Coordinate>> stays = new PermittedStays(plane, p).of(plates, positions);
    for (Datum datum : OTHERS) {
      Optional<Finding> found = places(datum, permits, stays);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Finding> places(
      Datum datum, Map<String, List<Permit>> permits, Map<String, List<Coordinate>> stays) {
    Map<String, Coordinate[]> routes = new HashMap<>();
    plan.routes().forEach(r -> routes.put(r.id(), r.line().getCoordinates()));
    String first = "";
    int places = 0;
    int shifted = 0;
    int asDrawn = 0;
    for (Place place : plan.places()) {
      List<Permit> own = permits.getOrDefault(place.id(), List.of());
      PlaceWitnesses w =
          new PlaceWitnesses(new FlatPolygon(place.polygon(), plane), plane, p)
              .hear(datum, routeEnds(own, routes), stays(own, stays));
      boolean sure = w.shifted() >= p.get(Parameter.DATUM_WITNESSES) || w.ofBothKinds();
      if (w.asDrawn() == 0 && sure) {
        return Optional.of(finding(place.id(), datum, w.shifted()));
      }
      asDrawn += w.asDrawn();
      shifted += w.shifted();
      places += w.shifted() > 0 ? 1 : 0;
      first = first.isEmpty() && w.shifted() > 0 ? place.id() : first;
    }
    boolean all = places >= 2 && asDrawn == 0;
    return all ? Optional.of(finding(first, datum, shifted)) : Optional.empty();
  }

  private static Finding finding(String placeId, Datum datum, int witnesses) {
    String evidence = witnesses + " ends of routes and stays of permitted trucks lie in it";
    return new Finding(Layer.PLACES, placeId, datum, evidence);
  }

  private static List<Coordinate> routeEnds(
      List<Permit> permits, Map<String, Coordinate[]> routes) {
    Set<String> ids = new HashSet<>();
    permits.forEach(permit -> ids.addAll(permit.routeIds()));
    List<Coordinate> ends = new ArrayList<>();
    for (String id : ids) {
      Coordinate[] line = routes.get(id);
      if (line != null) {
        ends.add(line[0]);
        ends.add(line[line.length - 1]);
      }
    }
    return ends;
  }

  private static List<Coordinate> stays(
      List<Permit> permits, Map<String, List<Coordinate>> byPlate) {
    Set<String> plates = new HashSet<>();
    permits.forEach(permit -> plates.add(permit.plate()));
    List<Coordinate> stays = new ArrayList<>();
    plates.forEach(plate -> stays.addAll(byPlate.getOrDefault(plate, List.of())));
    return stays;
  }
}
