package io.qingtu.route.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** FEATURE UNDER TEST: C12, coordinates of another datum. */
class DatumTest {
  private static final double MILLIMETRE = 1e-8;

  @Test
  void movesBeijingAsPublished() {
    Coordinate gcj = Datum.GCJ02.fromWgs84(116.404, 39.915);
    assertEquals(116.41024449916938, gcj.x, 1e-12);
    assertEquals(39.91640428150164, gcj.y, 1e-12);
    Coordinate bd = ChineseOffset.turned(116.404, 39.915);
    assertEquals(116.41036949371029, bd.x, 1e-12);
    assertEquals(39.92133699351021, bd.y, 1e-12);
  }

  @Test
  void outsideChinaNothingMoves() {
    assertEquals(new Coordinate(11.92, 50.32), Datum.GCJ02.fromWgs84(11.92, 50.32));
  }

  @ParameterizedTest
  @EnumSource(Datum.class)
  void thereAndBackIsTheSamePoint(Datum datum) {
    Random random = new Random(12);
    for (int i = 0; i < 10_000; i++) {
      double lon = 75 + 58 * random.nextDouble();
      double lat = 18 + 35 * random.nextDouble();
      Coordinate there = datum.fromWgs84(lon, lat);
      Coordinate back = datum.toWgs84(there.x, there.y);
      assertEquals(lon, back.x, MILLIMETRE);
      assertEquals(lat, back.y, MILLIMETRE);
    }
  }

  @Test
  void convertsEveryPointOfAGeometryAndLeavesTheGivenOneAlone() {
    Point given = new GeometryFactory().createPoint(new Coordinate(116.404, 39.915));
    assertSame(given, Datum.WGS84.toWgs84(given));
    Point converted = Datum.GCJ02.toWgs84(given);
    assertEquals(Datum.GCJ02.toWgs84(116.404, 39.915), converted.getCoordinate());
    assertEquals(converted.getX(), converted.getEnvelopeInternal().getMinX());
    assertEquals(116.404, given.getX());
  }

  @Test
  void knowsItsNamesAndNoOthers() {
    assertEquals(Datum.GCJ02, Datum.named("gcj02"));
    assertEquals(Datum.BD09, Datum.named("BD-09"));
    assertEquals(Datum.WGS84, Datum.named("urn:ogc:def:crs:OGC:1.3:CRS84"));
    assertEquals(Datum.WGS84, Datum.named("EPSG:4490"));
    assertThrows(IllegalArgumentException.class, () -> Datum.named("EPSG:3857"));
    assertThrows(IllegalArgumentException.class, () -> Datum.named("BD-09MC"));
    assertThrows(IllegalArgumentException.class, () -> Datum.named(""));
  }
}
