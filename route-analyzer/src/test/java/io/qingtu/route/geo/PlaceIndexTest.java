package io.qingtu.route.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

class PlaceIndexTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final LocalPlane plane = new LocalPlane(119.15, 36.70);

  /** JTS in the plane is the oracle. */
  @Test
  void containsAndDistanceAreThoseOfJts() {
    Random random = new Random(11);
    List<Place> places = new ArrayList<>();
    List<Geometry> flat = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Coordinate[] c = star(random, random.nextDouble() * 3000, random.nextDouble() * 3000);
      flat.add(SHAPES.createPolygon(c));
      places.add(place("P" + i, c));
    }
    PlaceIndex index = new PlaceIndex(places, plane);
    int insides = 0;
    for (int k = 0; k < 20_000; k++) {
      double x = random.nextDouble() * 3600 - 300;
      double y = random.nextDouble() * 3600 - 300;
      Point point = SHAPES.createPoint(new Coordinate(x, y));
      List<Fenced> near = index.near(x, y);
      for (int i = 0; i < places.size(); i++) {
        double d = flat.get(i).distance(point);
        int at = indexOf(near, places.get(i).id());
        assertTrue(at >= 0 || d > PlaceIndex.REACH, "P" + i + " is " + d + " m away");
        if (at >= 0) {
          assertEquals(d, near.get(at).polygon().distance(x, y), 1e-3);
          if (d > 0.01 || flat.get(i).contains(point)) {
            assertEquals(flat.get(i).contains(point), index.at(x, y).contains(near.get(at)));
            assertTrue(near.get(at).polygon().isWithin(x, y, d + 1e-3));
            assertEquals(d <= 1e-3, near.get(at).polygon().isWithin(x, y, Math.max(0, d - 1e-3)));
          }
          insides += d == 0 ? 1 : 0;
        }
      }
    }
    assertTrue(insides > 500, insides + " points inside");
  }

  private static int indexOf(List<Fenced> near, String id) {
    for (int i = 0; i < near.size(); i++) {
      if (near.get(i).place().id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  private static Coordinate[] star(Random random, double x, double y) {
    Coordinate[] c = new Coordinate[13];
    for (int i = 0; i < 12; i++) {
      double r = 50 + random.nextDouble() * 300;
      c[i] = new Coordinate(x + r * Math.cos(i * Math.PI / 6), y + r * Math.sin(i * Math.PI / 6));
    }
    c[12] = c[0];
    return c;
  }

  private Place place(String id, Coordinate[] metres) {
    Coordinate[] degrees = new Coordinate[metres.length];
    for (int i = 0; i < metres.length; i++) {
      degrees[i] =
          new Coordinate(
              plane.longitude(metres[i].x, metres[i].y), plane.latitude(metres[i].x, metres[i].y));
    }
    return new Place(
        id, id, PlaceKind.SITE, SHAPES.createPolygon(degrees), Validity.ALWAYS, DailyHours.ALL_DAY);
  }
}
