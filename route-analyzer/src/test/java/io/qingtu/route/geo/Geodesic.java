package io.qingtu.route.geo;

/** Distance on the WGS-84 ellipsoid by Vincenty's inverse formula: an independent oracle. */
final class Geodesic {
  private static final double A = 6378137.0;
  private static final double F = 1 / 298.257223563;
  private static final double B = A * (1 - F);

  private Geodesic() {}

  static double metres(double lon1, double lat1, double lon2, double lat2) {
    double u1 = Math.atan((1 - F) * Math.tan(Math.toRadians(lat1)));
    double u2 = Math.atan((1 - F) * Math.tan(Math.toRadians(lat2)));
    double l = Math.toRadians(lon2 - lon1);
    double lambda = l;
    double sigma;
    double sinSigma;
    double cosSigma;
    double cosSqAlpha;
    double cos2m;
    double before;
    do {
      before = lambda;
      double p = Math.cos(u2) * Math.sin(lambda);
      double q = Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda);
      sinSigma = Math.hypot(p, q);
      if (sinSigma == 0) {
        return 0;
      }
      cosSigma = Math.sin(u1) * Math.sin(u2) + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
      sigma = Math.atan2(sinSigma, cosSigma);
      double sinAlpha = Math.cos(u1) * Math.cos(u2) * Math.sin(lambda) / sinSigma;
      cosSqAlpha = 1 - sinAlpha * sinAlpha;
      cos2m = cosSqAlpha == 0 ? 0 : cosSigma - 2 * Math.sin(u1) * Math.sin(u2) / cosSqAlpha;
      double c = F / 16 * cosSqAlpha * (4 + F * (4 - 3 * cosSqAlpha));
      lambda =
          l
              + (1 - c)
                  * F
                  * sinAlpha
                  * (sigma + c * sinSigma * (cos2m + c * cosSigma * (2 * cos2m * cos2m - 1)));
    } while (Math.abs(lambda - before) > 1e-14);
    double uSq = cosSqAlpha * (A * A - B * B) / (B * B);
    double bigA = 1 + uSq / 16384 * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq)));
    double bigB = uSq / 1024 * (256 + uSq * (-128 + uSq * (74 - 47 * uSq)));
    double delta =
        bigB
            * sinSigma
            * (cos2m
                + bigB
                    / 4
                    * (cosSigma * (2 * cos2m * cos2m - 1)
                        - bigB
                            / 6
                            * cos2m
                            * (4 * sinSigma * sinSigma - 3)
                            * (4 * cos2m * cos2m - 3)));
    return B * bigA * (sigma - delta);
  }
}
