package io.qingtu.route.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.geo.SegmentGrid.Hit;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Validity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * L5: a million points, each asked of our grids and of plain JTS, which looks at every geometry of
 * the city. A third of the points lie on borders: on corners and edges of polygons, on the lines of
 * the grid, at the very distance that is asked for.
 */
class GridAgainstJtsTest {
  private static final GeometryFactory JTS = new GeometryFactory();
  private static final int POINTS = 1_000_000;
  private static final double SIZE = 1800;

  /** Both compute distances in doubles, by different formulas, m. */
  private static final double ROUNDING = 1e-6;

  private final Random random = new Random(808);
  private final LocalPlane plane = new LocalPlane(119.15, 36.70);
  private final List<Place> places = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private final List<Corridor> corridors = new ArrayList<>();
  private final List<Corridor.Hint> hints = new ArrayList<>();
  private final List<Geometry> polygonsInPlane = new ArrayList<>();
  private final List<Coordinate[]> linesInPlane = new ArrayList<>();
  private final List<Coordinate[]> routesInPlane = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();

  @Test
  void aMillionPointsGetTheSameAnswers() {
    draw();
    PlaceIndex index = new PlaceIndex(places, plane);
    SegmentGrid grid = new SegmentGrid(segments, plane);
    int[] asked = new int[3];
    for (int i = 0; i < POINTS && differences.size() < 20; i++) {
      double[] p = point(i);
      double radius = i % 5 == 0 ? nearest(p) : 5 + random.nextInt(200);
      asked[0] += comparePlaces(index, p[0], p[1]);
      asked[1] += compareSegments(grid, p[0], p[1], Math.min(radius, 1000));
      asked[2] += compareCorridors(p[0], p[1]);
    }
    assertEquals(List.of(), differences);
    assertTrue(Arrays.stream(asked).allMatch(n -> n > POINTS / 10), Arrays.toString(asked));
  }

  private void draw() {
    for (int i = 0; i < 25; i++) {
      Coordinate[] shell = star(anywhere(), anywhere(), i % 4 == 0 ? 300 : 80);
      Polygon p = JTS.createPolygon(JTS.createLinearRing(shell), holes(i, shell));
      Geometry g = i % 7 == 0 ? JTS.createMultiPolygon(new Polygon[] {p, far(i)}) : p;
      places.add(new Place("P" + i, "", PlaceKind.SITE, g, Validity.ALWAYS, DailyHours.ALL_DAY));
      polygonsInPlane.add(inPlane(g));
    }
    for (int i = 0; i < 60; i++) {
      LineString line = JTS.createLineString(path(2 + random.nextInt(4), 150));
      // the grid brings segments into the order of their ids
      String id = "S%03d".formatted(i);
      segments.add(new Segment(id, "", RoadGrade.FIRST, Set.of(Side.FWD), line, 50, false));
      linesInPlane.add(inPlane(line).getCoordinates());
    }
    for (int i = 0; i < 5; i++) {
      LineString line = JTS.createLineString(path(40, 200));
      corridors.add(new Corridor("R" + i, line, 50, plane));
      hints.add(new Corridor.Hint());
      routesInPlane.add(inPlane(line).getCoordinates());
    }
  }

  private double anywhere() {
    return (random.nextDouble() - 0.5) * SIZE;
  }

  private LinearRing[] holes(int i, Coordinate[] shell) {
    if (i % 3 != 0) {
      return new LinearRing[0];
    }
    Coordinate centre = JTS.createLinearRing(shell).getEnvelopeInternal().centre();
    double d = 1e-4;
    return new LinearRing[] {
      JTS.createLinearRing(
          new Coordinate[] {
            new Coordinate(centre.x - d, centre.y - d),
            new Coordinate(centre.x + d, centre.y - d),
            new Coordinate(centre.x, centre.y + d),
            new Coordinate(centre.x - d, centre.y - d)
          })
    };
  }

  private Polygon far(int i) {
    return JTS.createPolygon(star(SIZE + 400 * i, SIZE, 60));
  }

  /** Twelve corners around a point of the plane, in degrees. */
  private Coordinate[] star(double x, double y, double size) {
    Coordinate[] c = new Coordinate[13];
    for (int i = 0; i < 12; i++) {
      double r = size * (0.4 + random.nextDouble());
      c[i] = degrees(x + r * Math.cos(i * Math.PI / 6), y + r * Math.sin(i * Math.PI / 6));
    }
    c[12] = c[0].copy();
    return c;
  }

  private Coordinate[] path(int points, double step) {
    Coordinate[] c = new Coordinate[points];
    double x = anywhere();
    double y = anywhere();
    for (int i = 0; i < points; i++) {
      c[i] = degrees(x, y);
      x += (random.nextDouble() - 0.5) * 2 * step;
      y += (random.nextDouble() - 0.5) * 2 * step;
    }
    return c;
  }

  private Coordinate degrees(double x, double y) {
    return new Coordinate(plane.longitude(x, y), plane.latitude(x, y));
  }

  private Geometry inPlane(Geometry degrees) {
    Geometry g = degrees.copy();
    g.apply(
        (CoordinateFilter)
            c -> c.setCoordinate(new Coordinate(plane.x(c.x, c.y), plane.y(c.x, c.y))));
    g.geometryChanged();
    return g;
  }

  /** Anywhere, or on a border. */
  private double[] point(int i) {
    double x = anywhere() * 1.2;
    double y = anywhere() * 1.2;
    Coordinate[] ring =
        polygonsInPlane.get(random.nextInt(polygonsInPlane.size())).getCoordinates();
    int k = 1 + random.nextInt(ring.length - 1);
    return switch (i % 12) {
      case 0 -> new double[] {ring[k].x, ring[k].y};
      case 1 -> {
        double f = random.nextInt(5) / 4.0;
        yield new double[] {
          ring[k - 1].x + f * (ring[k].x - ring[k - 1].x),
          ring[k - 1].y + f * (ring[k].y - ring[k - 1].y)
        };
      }
      case 2 -> new double[] {x, ring[k].y};
      case 3 -> new double[] {Math.rint(x / CellMap.SIZE) * CellMap.SIZE, y};
      case 4 ->
          new double[] {
            Math.rint(x / CellMap.SIZE) * CellMap.SIZE, Math.rint(y / CellMap.SIZE) * CellMap.SIZE
          };
      default -> new double[] {x, y};
    };
  }

  private double nearest(double[] p) {
    Coordinate c = new Coordinate(p[0], p[1]);
    return Distance.pointToSegmentString(c, linesInPlane.get(random.nextInt(linesInPlane.size())));
  }

  /** Returns how many places contain the point. */
  private int comparePlaces(PlaceIndex index, double x, double y) {
    List<Fenced> near = index.near(x, y);
    List<Fenced> here = index.at(x, y);
    Coordinate c = new Coordinate(x, y);
    int inside = 0;
    int at = 0;
    for (int i = 0; i < places.size(); i++) {
      Geometry g = polygonsInPlane.get(i);
      boolean covers = SimplePointInAreaLocator.locate(c, g) != Location.EXTERIOR;
      inside += covers ? 1 : 0;
      boolean listed = at < near.size() && near.get(at).place() == places.get(i);
      if (!listed) {
        if (g.getEnvelopeInternal().distance(new Envelope(c)) <= PlaceIndex.REACH
            && distance(g, c, covers) <= PlaceIndex.REACH) {
          differences.add("P" + i + " is not found at " + c);
        }
        continue;
      }
      if (here.contains(near.get(at)) != covers
          || near.get(at).polygon().contains(x, y) != covers) {
        differences.add("P" + i + (covers ? " contains " : " does not contain ") + c);
      }
      double d = distance(g, c, covers);
      if (Math.abs(near.get(at).polygon().distance(x, y) - d) > ROUNDING) {
        differences.add("P" + i + " is " + d + " m from " + c);
      }
      at++;
    }
    return inside;
  }

  private static double distance(Geometry g, Coordinate c, boolean covers) {
    double best = covers ? 0 : Double.MAX_VALUE;
    for (int i = 0; i < g.getNumGeometries() && best > 0; i++) {
      Polygon p = (Polygon) g.getGeometryN(i);
      best = Math.min(best, Distance.pointToSegmentString(c, p.getExteriorRing().getCoordinates()));
      for (int k = 0; k < p.getNumInteriorRing(); k++) {
        Coordinate[] hole = p.getInteriorRingN(k).getCoordinates();
        best = Math.min(best, Distance.pointToSegmentString(c, hole));
      }
    }
    return best;
  }

  /** Returns how many segments lie within the radius. */
  private int compareSegments(SegmentGrid grid, double x, double y, double radius) {
    double[] found = new double[segments.size()];
    Arrays.fill(found, Double.NaN);
    double before = 0;
    for (Hit h : grid.near(x, y, radius)) {
      found[Integer.parseInt(h.segment().id().substring(1))] = h.distance();
      if (h.distance() < before) {
        differences.add("not by distance at " + x + " " + y);
      }
      before = h.distance();
    }
    Coordinate c = new Coordinate(x, y);
    int within = 0;
    for (int i = 0; i < found.length; i++) {
      double d = Distance.pointToSegmentString(c, linesInPlane.get(i));
      within += d <= radius ? 1 : 0;
      boolean right =
          Double.isNaN(found[i]) ? d > radius - ROUNDING : Math.abs(d - found[i]) <= ROUNDING;
      if (!right) {
        differences.add("S" + i + " is " + d + " m from " + c + ", not " + found[i]);
      }
    }
    return within;
  }

  /** Returns how many corridors the point lies in. */
  private int compareCorridors(double x, double y) {
    Coordinate c = new Coordinate(x, y);
    int within = 0;
    for (int i = 0; i < corridors.size(); i++) {
      Corridor corridor = corridors.get(i);
      double d = Distance.pointToSegmentString(c, routesInPlane.get(i));
      double hinted = corridor.distance(x, y, hints.get(i));
      within += d <= corridor.halfWidth() ? 1 : 0;
      boolean right =
          d > corridor.halfWidth() + ROUNDING
              ? Math.abs(hinted - d) <= ROUNDING
              : hinted <= corridor.halfWidth() + ROUNDING && hinted >= d - ROUNDING;
      if (!right || Math.abs(corridor.distance(x, y) - d) > ROUNDING) {
        differences.add("R" + i + " is " + d + " m from " + c + ", not " + hinted);
      }
    }
    return within;
  }
}
