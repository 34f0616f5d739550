package io.qingtu.route.geo;

/**
 * The city's metric frame: a transverse Mercator projection of WGS-84 whose central meridian runs
 * through the city, scale 1 on it. The scale error is x²/2R²: 1.1e-5 at 30 km from the meridian.
 */
public final class LocalPlane {
  private static final double A = 6378137.0;
  private static final double F = 1 / 298.257223563;
  private static final double N = F / (2 - F);
  private static final double E2 = F * (2 - F);
  private static final double E = Math.sqrt(E2);

  /** Rectifying radius, m. */
  private static final double R = A / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);

  // Krüger's series to n³: sub-millimetre within 300 km of the meridian
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
    this.originNorthing = northing(longitude, latitude);
  }

  /** Metres east of the central meridian. */
  public double x(double longitude, double latitude) {
    double t = conformal(latitude);
    double dl = Math.toRadians(longitude - centralLongitude);
    double xi = Math.atan2(t, Math.cos(dl));
    double eta = atanh(Math.sin(dl) / Math.hypot(1, t));
    double sum = eta;
    for (int j = 1; j <= ALPHA.length; j++) {
      sum += ALPHA[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    return R * sum;
  }

  /** Metres north of the city's centre. */
  public double y(double longitude, double latitude) {
    return northing(longitude, latitude) - originNorthing;
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

  private double northing(double longitude, double latitude) {
    double t = conformal(latitude);
    double dl = Math.toRadians(longitude - centralLongitude);
    double xi = Math.atan2(t, Math.cos(dl));
    double eta = atanh(Math.sin(dl) / Math.hypot(1, t));
    double sum = xi;
    for (int j = 1; j <= ALPHA.length; j++) {
      sum += ALPHA[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
    }
    return R * sum;
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

  /** Tangent of the conformal latitude. */
  private static double conformal(double latitude) {
    double s = Math.sin(Math.toRadians(latitude));
    return Math.sinh(atanh(s) - E * atanh(E * s));
  }

  private static double atanh(double v) {
    return 0.5 * Math.log((1 + v) / (1 - v));
  }
}
