package io.qingtu.server.store;

/** A square around a place, WGS-84 degrees: what an index can tell before distances are taken. */
record Square(double west, double south, double east, double north) {
  private static final double DEGREE_METRES = 111_320;

  /** Condition on {@code p}, a position; its arguments are {@link #positions()}. */
  static final String POSITION = "p.lon_e6 between ? and ? and p.lat_e6 between ? and ?";

  /** Condition on {@code a}, an alert; its arguments are {@link #degrees()}. */
  static final String ALERT = "a.lon between ? and ? and a.lat between ? and ?";

  /**
   * @param reach half the side, m
   */
  static Square around(double longitude, double latitude, double reach) {
    double up = reach / DEGREE_METRES;
    double right = up / Math.cos(Math.toRadians(latitude));
    return new Square(longitude - right, latitude - up, longitude + right, latitude + up);
  }

  Object[] positions() {
    return new Object[] {
      PositionColumns.e6(west),
      PositionColumns.e6(east),
      PositionColumns.e6(south),
      PositionColumns.e6(north)
    };
  }

  Object[] degrees() {
    return new Object[] {west, east, south, north};
  }
}
