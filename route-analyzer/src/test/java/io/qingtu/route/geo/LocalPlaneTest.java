package io.qingtu.route.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: degrees to metres and back, within 60 km of a city's centre. */
class LocalPlaneTest {
  private static final double LON = 119.1;
  private static final double LAT = 36.7;

  /** Degrees. */
  private static final double HALF_MILLIMETRE = 4.5e-9;

  private final LocalPlane plane = new LocalPlane(LON, LAT);

  @Test
  void theCentreIsTheOriginAndNorthAndEastArePositive() {
    assertEquals(0, plane.x(LON, LAT), 1e-6);
    assertEquals(0, plane.y(LON, LAT), 1e-6);
    assertTrue(plane.x(LON + 0.01, LAT) > 800);
    assertTrue(plane.y(LON, LAT + 0.01) > 1100);
  }

  @Test
  void goingThereAndBackAgainMovesNothing() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      double lon = LON + random.nextDouble() * 1.4 - 0.7;
      double lat = LAT + random.nextDouble() * 1.1 - 0.55;
      double x = plane.x(lon, lat);
      double y = plane.y(lon, lat);
      assertEquals(lon, plane.longitude(x, y), HALF_MILLIMETRE);
      assertEquals(lat, plane.latitude(x, y), HALF_MILLIMETRE);
    }
  }

  @Test
  void distancesAreThoseOfTheEllipsoid() {
    Random random = new Random(12);
    double worst = 0;
    for (int i = 0; i < 20_000; i++) {
      // within 30 km of the meridian, where the scale error is 1.1e-5
      double lon = LON + (random.nextDouble() - 0.5) * 0.66;
      double lat = LAT + (random.nextDouble() - 0.5);
      double lon2 = lon + (random.nextDouble() - 0.5) * 0.01;
      double lat2 = lat + (random.nextDouble() - 0.5) * 0.01;
      double flat =
          Math.hypot(
              plane.x(lon2, lat2) - plane.x(lon, lat), plane.y(lon2, lat2) - plane.y(lon, lat));
      double real = Geodesic.metres(lon, lat, lon2, lat2);
      worst = Math.max(worst, Math.abs(flat - real) / real);
    }
    assertTrue(worst < 1.4e-5, "relative error " + worst);
    assertTrue(worst > 1e-6, "too good to be a projection: " + worst);
  }

  @Test
  void onTheMeridianTheScaleIsOne() {
    for (double lat = LAT - 1; lat < LAT + 1; lat += 0.13) {
      double flat = plane.y(LON, lat + 0.2) - plane.y(LON, lat);
      assertEquals(Geodesic.metres(LON, lat, LON, lat + 0.2), flat, 1e-3);
    }
  }

  @Test
  void otherCitiesHoldAsWell() {
    for (double[] city :
        new double[][] {{87.6, 43.8}, {110.3, 20.0}, {11.9, 50.3}, {-79.4, 43.7}, {18.4, -33.9}}) {
      LocalPlane there = new LocalPlane(city[0], city[1]);
      double x = there.x(city[0] + 0.1, city[1] + 0.1);
      double y = there.y(city[0] + 0.1, city[1] + 0.1);
      assertEquals(
          1,
          Math.hypot(x, y) / Geodesic.metres(city[0], city[1], city[0] + 0.1, city[1] + 0.1),
          2e-6);
      assertEquals(city[0] + 0.1, there.longitude(x, y), HALF_MILLIMETRE);
    }
  }

  @Test
  void bothSeriesMeetAtThreeDegrees() {
    double x = plane.x(LON + 2.9999999, LAT);
    double y = plane.y(LON + 2.9999999, LAT);
    assertEquals(x, plane.x(LON + 3.0000001, LAT), 0.02 + 0.001);
    assertEquals(y, plane.y(LON + 3.0000001, LAT), 0.002);
    assertTrue(plane.x(LON + 3.0000001, LAT) > x);
  }

  @Test
  void farOffItIsStillAPlane() {
    LocalPlane nowhere = new LocalPlane(0, 0);
    double x = nowhere.x(119.1, 36.7);
    assertEquals(119.1, nowhere.longitude(x, nowhere.y(119.1, 36.7)), 1e-6);
  }
}
