package io.qingtu.route.geo;

/**
 * The city's metric frame: a transverse Mercator projection of WGS-84 whose central meridian runs
 * through the city, scale 1 on it. The scale error is x²/2R²: 1.1e-5 at 30 km from the meridian.
 */
public final class LocalPlane {
  /** Metres east of the central meridian and north of the city's centre. */
  public record Point(double x, double y) {}

  private static final double A = 6378137.0;
  private static final double F = 1 / 298.257223563;
  private static final double N = F / (2 - F);
  private static final double E2 = F * (2 - F);

  /** Rectifying radius, m. */
  private static final double R = A / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);

  /** Second eccentricity, squared. */
  private static final double E2_SECOND = E2 / (1 - E2);

  private static final double E = Math.sqrt(E2);

  /** Angle from the meridian up to which Redfearn's series holds, radians: three degrees. */
  private static final double NEAR = Math.toRadians(3);

  // there by Redfearn's series, a sine and a cosine a coordinate: sub-millimetre within 200 km of
  // the meridian; far off, where no city is, and back by Krüger's to n³
  private static final double[] MERIDIAN = {
    -3 * N / 2 + 9 * N * N * N / 16, 15 * N * N / 16, -35 * N * N * N / 48
  };
  private static final double[] ALPHA = {
    N / 2 - 2 * N * N / 3 + 5 * N * N * N / 16,
    13 * N * N / 48 - 3 * N * N * N / 5,
    61 * N * N * N / 240
  };
  private static final double[] BETA = {
    N / 2 - 2 * N * N / 3 + 37 * N * N * N / 96, N * N / 48 + N * N * N / 15, 17 * N * N * N / 480
  };
  private static final double[] DELTA = {
    2 * N - 2 * N * N / 3 - 2 * N * N * N, 7 * N * N / 3 - 8 * N * N * N / 5, 56 * N * N * N / 15
  };

  private final double centralLongitude;
  private final double originNorthing;

  /**
   * @param longitude of the city's centre, degrees
   * @param latitude of the city's centre, degrees; becomes y = 0
   */
  public LocalPlane(double longitude, double latitude) {
    this.centralLongitude = longitude;
    double phi = Math.toRadians(latitude);
    this.originNorthing = meridian(phi, Math.sin(phi), Math.cos(phi));
  }

  /** Metres east of the central meridian. */
  public double x(double longitude, double latitude) {
    return point(longitude, latitude).x;
  }

  /** Metres north of the city's centre. */
  public double y(double longitude, double latitude) {
    return point(longitude, latitude).y;
  }

  /** Both at once, for little more than the price of one. */
  public Point point(double longitude, double latitude) {
    double dl = Math.toRadians(longitude - centralLongitude);
    if (Math.abs(dl) > NEAR) {
      double[] far = far(dl, latitude);
      return new Point(far[1], far[0] - originNorthing);
    }
    double phi = Math.toRadians(latitude);
    double s = Math.sin(phi);
    double c = Math.cos(phi);
    double c2 = c * c;
    double t2 = 1 / c2 - 1;
    double eta2 = E2_SECOND * c2;
    double a = dl * c;
    double a2 = a * a;
    double east =
        1
            + a2
                * ((1 - t2 + eta2) / 6
                    + a2
                        * ((5 + t2 * (t2 - 18) + eta2 * (14 - 58 * t2)) / 120
                            + a2 * (61 + t2 * (-479 + t2 * (179 - t2))) / 5040));
    double north =
        0.5
            + a2
                * ((5 - t2 + eta2 * (9 + 4 * eta2)) / 24
                    + a2
                        * ((61 + t2 * (t2 - 58) + eta2 * (270 - 330 * t2)) / 720
                            + a2 * (1385 + t2 * (-3111 + t2 * (543 - t2))) / 40320));
    double n = A / Math.sqrt(1 - E2 * s * s); // radius of curvature across the meridian
    return new Point(n * a * east, meridian(phi, s, c) + n * (s / c) * a2 * north - originNorthing);
  }

  /** Longitude in degrees of a point of the plane. */
  public double longitude(double x, double y) {
    double[] p = inverse(x, y);
    return centralLongitude + Math.toDegrees(Math.atan2(Math.sinh(p[1]), Math.cos(p[0])));
  }

  /** Latitude in degrees of a point of the plane. */
  public double latitude(double x, double y) {
    double[] p = inverse(x, y);
    double chi = Math.asin(Math.sin(p[0]) / Math.cosh(p[1]));
    double phi = chi;
    for (int j = 1; j <= DELTA.length; j++) {
      phi += DELTA[j - 1] * Math.sin(2 * j * chi);
    }
    return Math.toDegrees(phi);
  }

  /** Length of the meridian from the equator, m. */
  private static double meridian(double phi, double sin, double cos) {
    double sin2 = 2 * sin * cos;
    double cos2 = 1 - 2 * sin * sin;
    double sin4 = 2 * sin2 * cos2;
    double sin6 = sin4 * cos2 + (1 - 2 * sin2 * sin2) * sin2;
    return R * (phi + MERIDIAN[0] * sin2 + MERIDIAN[1] * sin4 + MERIDIAN[2] * sin6);
  }

  /** Northing and easting, m, at any angle from the meridian. */
  private static double[] far(double dl, double latitude) {
    double sin = Math.sin(Math.toRadians(latitude));
    double t = Math.sinh(atanh(sin) - E * atanh(E * sin));
    double xi = Math.atan2(t, Math.cos(dl));
    double eta = atanh(Math.sin(dl) / Math.hypot(1, t));
    double north = xi;
    double east = eta;
    for (int j = 1; j <= ALPHA.length; j++) {
      north += ALPHA[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
      east += ALPHA[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    return new double[] {R * north, R * east};
  }

  private static double atanh(double v) {
    return 0.5 * Math.log((1 + v) / (1 - v));
  }

  private double[] inverse(double x, double y) {
    double xi = (y + originNorthing) / R;
    double eta = x / R;
    double xiPrime = xi;
    double etaPrime = eta;
    for (int j = 1; j <= BETA.length; j++) {
      xiPrime -= BETA[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
      etaPrime -= BETA[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    return new double[] {xiPrime, etaPrime};
  }
}
