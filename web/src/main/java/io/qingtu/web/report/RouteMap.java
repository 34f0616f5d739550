package io.qingtu.web.report;

import io.qingtu.route.geo.LocalPlane;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.PermittedRoute;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.ReportInput;
import io.qingtu.route.report.Score;
import io.qingtu.route.track.Position;
import io.qingtu.route.trip.Trip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Where the company with the lowest index of the period drove, against where it may: the trips that
 * kept to their routes least, what lies beside every route of its permits thick and dark.
 */
final class RouteMap {
  private static final double WIDTH = 156;
  private static final double HEIGHT = 100;

  /** Trips that are drawn: more would hide each other. */
  private static final int MOST = 40;

  /** Half the width of a route that says nothing of it, and what a fix may lie beside it, m. */
  private static final double BESIDE_M = 60;

  /** What a way may be drawn beside itself, m. */
  private static final double SIMPLER_M = 8;

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final MapSheet sheet;
  private final Svg svg = new Svg(WIDTH, HEIGHT + 7);
  private final LocalPlane plane;

  private RouteMap(CityPlan plan) {
    this.sheet = new MapSheet(plan, WIDTH, HEIGHT);
    Coordinate first = plan.segments().get(0).line().getCoordinate();
    this.plane = new LocalPlane(first.x, first.y);
  }

  /** The company that is drawn: the last one that is ranked, if it is not the only one. */
  static Optional<Score> worst(PeriodReport report) {
    List<Score> ranked = report.scores().haulage().stream().filter(Score::isRanked).toList();
    return ranked.size() < 2
        ? Optional.empty()
        : ranked.stream().max(Comparator.comparingInt(Score::rank));
  }

  /** The drawing; empty where there is no such company, or no route, or no track of its trips. */
  static String draw(ReportInput input, PeriodReport report, Sources sources) {
    CityPlan plan = input.plan();
    Optional<Score> worst = worst(report);
    if (worst.isEmpty() || plan.segments().isEmpty()) {
      return "";
    }
    Set<String> plates =
        plan.vehicles().stream()
            .filter(v -> v.company().equals(worst.get().company()))
            .map(Vehicle::plate)
            .collect(Collectors.toSet());
    List<PermittedRoute> routes = routes(plan, plates);
    List<LineString> ways =
        trips(input, plates).stream()
            .map(t -> sources.track(t.plate(), t.outTime(), t.endTime()))
            .flatMap(track -> way(track).stream())
            .toList();
    return routes.isEmpty() || ways.isEmpty() ? "" : new RouteMap(plan).drawn(plan, routes, ways);
  }

  private static List<PermittedRoute> routes(CityPlan plan, Set<String> plates) {
    Set<String> ids =
        plan.permits().stream()
            .filter(p -> plates.contains(p.plate()))
            .flatMap(p -> p.routeIds().stream())
            .collect(Collectors.toSet());
    return plan.routes().stream().filter(r -> ids.contains(r.id())).toList();
  }

  private static List<Trip> trips(ReportInput input, Set<String> plates) {
    return input.ledger().trips().stream()
        .filter(t -> input.period().contains(t.outTime()) && plates.contains(t.plate()))
        .filter(t -> t.endTime() != null && !Double.isNaN(t.adherence()))
        .sorted(Comparator.comparingDouble(Trip::adherence).thenComparing(Trip::id))
        .limit(MOST)
        .toList();
  }

  private static Optional<LineString> way(List<Position> track) {
    Coordinate[] fixes =
        track.stream()
            .filter(Position::fixValid)
            .map(p -> new Coordinate(p.longitude(), p.latitude()))
            .toArray(Coordinate[]::new);
    return fixes.length < 2 ? Optional.empty() : Optional.of(GEOMETRY.createLineString(fixes));
  }

  private String drawn(CityPlan plan, List<PermittedRoute> routes, List<LineString> ways) {
    svg.clip(0, 0, WIDTH, HEIGHT);
    for (Segment s : plan.segments()) {
      svg.polyline(sheet.points(s.line().getCoordinates()), "#d4d4d4", 0.25);
    }
    for (PermittedRoute r : routes) {
      svg.polyline(sheet.points(r.line().getCoordinates()), "#8fc79a", 1.6);
    }
    IndexedFacetDistance permitted =
        new IndexedFacetDistance(
            GEOMETRY.buildGeometry(routes.stream().map(r -> metres(r.line())).toList()));
    ways.forEach(w -> way(w, permitted));
    svg.endClip();
    legend();
    return svg.toHtml();
  }

  private Geometry metres(LineString line) {
    Coordinate[] all = line.getCoordinates();
    Coordinate[] flat = new Coordinate[all.length];
    for (int i = 0; i < all.length; i++) {
      flat[i] = new Coordinate(plane.x(all[i].x, all[i].y), plane.y(all[i].x, all[i].y));
    }
    return GEOMETRY.createLineString(flat);
  }

  /** In stretches, each wholly beside the routes or wholly on them. */
  private void way(LineString line, IndexedFacetDistance permitted) {
    Coordinate[] fixes =
        DouglasPeuckerSimplifier.simplify(metres(line), SIMPLER_M).getCoordinates();
    List<Coordinate> run = new ArrayList<>();
    boolean beside = false;
    for (Coordinate c : fixes) {
      boolean now = permitted.distance(GEOMETRY.createPoint(c)) > BESIDE_M;
      if (!run.isEmpty() && now != beside) {
        run.add(c);
        stretch(run, beside || now);
        run.clear();
      }
      beside = now;
      run.add(c);
    }
    stretch(run, beside);
  }

  private void stretch(List<Coordinate> run, boolean beside) {
    if (run.size() < 2) {
      return;
    }
    Coordinate[] degrees =
        run.stream()
            .map(c -> new Coordinate(plane.longitude(c.x, c.y), plane.latitude(c.x, c.y)))
            .toArray(Coordinate[]::new);
    svg.polyline(sheet.points(degrees), beside ? "#a01010" : "#1f3a5f", beside ? 0.8 : 0.25);
  }

  private void legend() {
    double y = HEIGHT + 4;
    svg.line(2, y - 1, 10, y - 1, "#8fc79a", 1.6).text(12, y, 2.9, "start", "核准路线");
    svg.line(32, y - 1, 40, y - 1, "#1f3a5f", 0.25).text(42, y, 2.9, "start", "沿核准路线行驶");
    svg.line(70, y - 1, 78, y - 1, "#a01010", 0.8).text(80, y, 2.9, "start", "路线以外的行驶");
    svg.text(110, y, 2.9, "start", "上为北");
  }
}
