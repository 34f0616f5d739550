package io.qingtu.route.rule;

/**
 * Whether a drive was a direct way. The shortest way by road is taken as the way round two sides of
 * the square over the straight line: in a grid of streets none is longer, and a drive that goes to
 * its goal is never blamed for the corners on it.
 */
final class DirectWay {
  /** Longest of the shortest ways in a street grid, for each metre of the straight line. */
  private static final double GRID = Math.sqrt(2);

  /** Places are not points: ways up to this length are direct whatever the ratio, m. */
  private static final double NEAR = 100;

  private final double tolerance;
  private double originX;
  private double originY;
  private double driven;

  /**
   * @param tolerance times the shortest way that is still direct
   */
  DirectWay(double tolerance) {
    this.tolerance = tolerance;
  }

  /** A drive begins here. */
  void begin(double x, double y) {
    originX = x;
    originY = y;
    driven = 0;
  }

  void drive(double metres) {
    driven += metres;
  }

  double driven() {
    return driven;
  }

  /** Shortest way from the origin to a goal, m, as it is estimated. */
  double shortest(double x, double y) {
    return GRID * Math.hypot(x - originX, y - originY);
  }

  /** Whether the drive, if it ends here, was direct. */
  boolean isDirectTo(double x, double y) {
    return driven <= Math.max(NEAR, tolerance * shortest(x, y));
  }

  /** Whether the drive can still become a direct way to a goal, from where it is now. */
  boolean mayLeadTo(double goalX, double goalY, double nowX, double nowY) {
    double least = driven + Math.hypot(goalX - nowX, goalY - nowY);
    return least <= Math.max(NEAR, tolerance * shortest(goalX, goalY));
  }
}
