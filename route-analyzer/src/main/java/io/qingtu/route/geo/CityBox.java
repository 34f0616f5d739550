package io.qingtu.route.geo;

import org.locationtech.jts.geom.Envelope;

/** The box in which a fix of a city can lie: its extent and a margin around it. */
public final class CityBox {
  private static final double KM_PER_DEGREE = 111;

  private final Envelope box;
  private final LocalPlane plane;

  /**
   * @param extent of what is on file, WGS-84 degrees; null where nothing has a place, which covers
   *     all the world
   * @param marginKm on each side
   */
  public CityBox(Envelope extent, double marginKm) {
    box = new Envelope(extent);
    plane =
        extent.isNull()
            ? new LocalPlane(0, 0)
            : new LocalPlane(extent.centre().x, extent.centre().y);
    if (!extent.isNull()) {
      double degrees = marginKm / KM_PER_DEGREE;
      box.expandBy(degrees / Math.cos(Math.toRadians(extent.centre().y)), degrees);
    }
  }

  /** Whether nothing is on file that has a place. */
  public boolean isUnknown() {
    return box.isNull();
  }

  public boolean covers(double longitude, double latitude) {
    return box.isNull() || box.contains(longitude, latitude);
  }

  /** The plane around its middle. */
  public LocalPlane plane() {
    return plane;
  }
}
