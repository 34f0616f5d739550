package io.qingtu.route.geo;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * What longitude and latitude are measured against (C12). GCJ-02 moves a point of mainland China by
 * some hundred metres, BD-09 by another kilometre. Their formulas are the published ones; the
 * official ones are not public. Ways back are by iteration, to less than a millimetre.
 */
public enum Datum {
  WGS84("WGS-84") {
    @Override
    public Coordinate fromWgs84(double longitude, double latitude) {
      return new Coordinate(longitude, latitude);
    }
  },
  GCJ02("GCJ-02") {
    @Override
    public Coordinate fromWgs84(double longitude, double latitude) {
      return ChineseOffset.shifted(longitude, latitude);
    }
  },
  BD09("BD-09") {
    @Override
    public Coordinate fromWgs84(double longitude, double latitude) {
      Coordinate gcj = ChineseOffset.shifted(longitude, latitude);
      return ChineseOffset.turned(gcj.x, gcj.y);
    }
  };

  private static final int ITERATIONS = 10;

  private final String title;

  Datum(String title) {
    this.title = title;
  }

  /** As files and messages write it. */
  public String title() {
    return title;
  }

  /** The same point in this datum, degrees. */
  public abstract Coordinate fromWgs84(double longitude, double latitude);

  /** A point of this datum in WGS-84, degrees. */
  public Coordinate toWgs84(double longitude, double latitude) {
    if (this == WGS84) {
      return new Coordinate(longitude, latitude);
    }
    Coordinate guess = new Coordinate(longitude, latitude);
    for (int i = 0; i < ITERATIONS; i++) {
      Coordinate back = fromWgs84(guess.x, guess.y);
      guess.x += longitude - back.x;
      guess.y += latitude - back.y;
    }
    return guess;
  }

  /** A geometry of this datum in WGS-84; the same object where it is that already. */
  public <G extends Geometry> G toWgs84(G geometry) {
    if (this == WGS84) {
      return geometry;
    }
    @SuppressWarnings("unchecked")
    G converted = (G) geometry.copy();
    converted.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence points, int i) {
            Coordinate to = toWgs84(points.getX(i), points.getY(i));
            points.setOrdinate(i, CoordinateSequence.X, to.x);
            points.setOrdinate(i, CoordinateSequence.Y, to.y);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return converted;
  }

  /**
   * The datum that a file names: GCJ-02, BD-09, WGS-84, or the codes of WGS-84 and of CGCS2000,
   * which differ by centimetres; hyphens and case do not matter.
   *
   * @throws IllegalArgumentException where the name is none of these
   */
  public static Datum named(String name) {
    String code = name.substring(name.lastIndexOf(':') + 1).toUpperCase(Locale.ROOT);
    return switch (code.replaceAll("[-_ ]", "")) {
      case "WGS84", "CRS84", "4326", "CGCS2000", "4490" -> WGS84;
      case "GCJ02" -> GCJ02;
      case "BD09", "BD09LL" -> BD09;
      default ->
          throw new IllegalArgumentException(
              "coordinate system \"" + name + "\" is none of WGS-84, GCJ-02, BD-09");
    };
  }
}
