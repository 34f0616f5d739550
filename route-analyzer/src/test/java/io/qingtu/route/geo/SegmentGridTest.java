package io.qingtu.route.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.route.geo.SegmentGrid.Hit;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

class SegmentGridTest {
  private static final GeometryFactory JTS = new GeometryFactory();
  private final LocalPlane plane = new LocalPlane(119.1, 36.7);

  private Segment segment(String id, double... xy) {
    Coordinate[] c = new Coordinate[xy.length / 2];
    for (int i = 0; i < c.length; i++) {
      c[i] =
          new Coordinate(
              plane.longitude(xy[2 * i], xy[2 * i + 1]), plane.latitude(xy[2 * i], xy[2 * i + 1]));
    }
    return new Segment(
        id, id, RoadGrade.FIRST, EnumSet.allOf(Side.class), JTS.createLineString(c), 50, false);
  }

  private SegmentGrid grid(Segment... segments) {
    return new SegmentGrid(List.of(segments), plane);
  }

  @Test
  void tellsDistanceWayAlongAndBearing() {
    Hit hit = grid(segment("S", 0, 0, 100, 0, 100, 100)).near(107, 40, 25).get(0);
    assertEquals(7, hit.distance(), 1e-3);
    assertEquals(140, hit.along(), 1e-3);
    assertEquals(1, Math.cos(Math.toRadians(hit.bearing())), 1e-6);
    assertEquals(200, hit.flat().length(), 1e-3);
  }

  @Test
  void bearingsCountClockwiseFromNorth() {
    double[][] ends = {{0, 50, 0}, {50, 0, 90}, {0, -50, 180}, {-50, 0, 270}, {-50, 50, 315}};
    for (double[] e : ends) {
      Hit hit = grid(segment("S", 0, 0, e[0], e[1])).near(e[0] / 2, e[1] / 2, 5).get(0);
      assertEquals(e[2], hit.bearing(), 1e-3);
    }
  }

  @Test
  void theRadiusBelongsToTheCircle() {
    SegmentGrid grid = grid(segment("S", 0, 0, 1000, 0));
    assertEquals(1, grid.near(500, 24.99, 25).size());
    assertEquals(0, grid.near(500, 25.01, 25).size());
    assertEquals(1, grid.near(-24.99, 0, 25).size());
    assertEquals(0, grid.near(-25.01, 0, 25).size());
  }

  @Test
  void aRepeatedVertexDoesNotHideTheBearing() {
    Hit hit = grid(segment("S", 0, 0, 0, 0, 100, 0)).near(0, 3, 25).get(0);
    assertEquals(90, hit.bearing(), 1e-3);
  }

  @Test
  void theOrderOfThePlanDoesNotMatter() {
    Segment a = segment("A", 0, 0, 100, 0);
    Segment b = segment("B", 100, 0, 200, 0);
    assertEquals("A", grid(a, b).near(100, 5, 25).get(0).segment().id());
    assertEquals("A", grid(b, a).near(100, 5, 25).get(0).segment().id());
  }

  @Test
  void anUnknownSegmentIsAnError() {
    SegmentGrid grid = grid(segment("S", 0, 0, 100, 0));
    assertThrows(IllegalArgumentException.class, () -> grid.get("T"));
  }

  @Test
  void findsWhatLookingAtEverySegmentFinds() {
    Random random = new Random(20261116);
    List<Segment> segments = new ArrayList<>();
    Map<String, LineString> drawn = new TreeMap<>();
    for (int i = 0; i < 300; i++) {
      double x = random.nextDouble() * 3000 - 1500;
      double y = random.nextDouble() * 3000 - 1500;
      double[] xy = new double[2 * (2 + random.nextInt(4))];
      for (int j = 0; j < xy.length; j += 2) {
        xy[j] = x += random.nextDouble() * 300 - 150;
        xy[j + 1] = y += random.nextDouble() * 300 - 150;
      }
      Segment s = segment("S" + i, xy);
      segments.add(s);
      Coordinate[] c = s.line().copy().getCoordinates();
      for (Coordinate p : c) {
        double px = plane.x(p.x, p.y);
        p.y = plane.y(p.x, p.y);
        p.x = px;
      }
      drawn.put(s.id(), JTS.createLineString(c));
    }
    Collections.shuffle(segments, random);
    SegmentGrid grid = new SegmentGrid(segments, plane);
    for (int i = 0; i < 20_000; i++) {
      // every third point lies on the border of a cell
      double x = random.nextDouble() * 3600 - 1800;
      double y = random.nextDouble() * 3600 - 1800;
      x = i % 3 == 0 ? Math.rint(x / 100) * 100 : x;
      y = i % 6 == 0 ? Math.rint(y / 100) * 100 : y;
      double radius = 10 + random.nextInt(240);
      Map<String, Double> expected = new TreeMap<>();
      for (Map.Entry<String, LineString> line : drawn.entrySet()) {
        double d = line.getValue().distance(JTS.createPoint(new Coordinate(x, y)));
        if (d <= radius) {
          expected.put(line.getKey(), d);
        }
      }
      List<Hit> hits = grid.near(x, y, radius);
      assertEquals(expected.size(), hits.size());
      double before = 0;
      for (Hit h : hits) {
        assertEquals(expected.get(h.segment().id()), h.distance(), 1e-3);
        assertEquals(true, h.distance() >= before);
        before = h.distance();
      }
    }
  }
}
