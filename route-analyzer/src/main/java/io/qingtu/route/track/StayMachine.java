package io.qingtu.route.track;

import io.qingtu.route.geo.Planar;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.time.Duration;
import java.time.Instant;

/**
 * Stays (SM-2): the longest run of fixes within {@code stay_r} of their centroid; one outlier per
 * ten fixes does not end it, and of any ten on end no more than one may be: however long it has
 * stood, a vehicle that drives off has gone.
 */
public final class StayMachine {
  /**
   * @param x metres east of the centroid
   * @param longestGap longest time between two fixes that belong to it
   */
  public record Stay(Instant start, Instant end, double x, double y, Duration longestGap) {
    public Duration duration() {
      return Duration.between(start, end);
    }
  }

  private final double radius;
  private final int fixesPerOutlier;
  private Instant start;
  private Instant end;
  private long startMillis;
  private long endMillis;
  private double sumX;
  private double sumY;
  private int count;

  /** Fixes of the run since it began, or since its last outlier. */
  private int sinceOutlier;

  private long longestGap;

  public StayMachine(Parameters parameters) {
    radius = parameters.get(Parameter.STAY_R);
    fixesPerOutlier = (int) parameters.get(Parameter.STAY_OUTLIERS);
  }

  /**
   * Takes the next fix; returns the run that it ended, null where it goes on or was of one fix
   * only.
   */
  public Stay accept(CleanFix fix) {
    if (count > 0 && Planar.distance(fix.x(), fix.y(), sumX / count, sumY / count) > radius) {
      if (sinceOutlier >= fixesPerOutlier) {
        sinceOutlier = 0;
        return null;
      }
      Stay ended = count == 1 ? null : current();
      begin(fix);
      return ended;
    }
    if (count == 0) {
      begin(fix);
    } else {
      add(fix);
    }
    return null;
  }

  /** The run that goes on; null before the first fix. */
  public Stay current() {
    return count == 0
        ? null
        : new Stay(start, end, sumX / count, sumY / count, Duration.ofMillis(longestGap));
  }

  /** First fix of the run that goes on; null before the first fix. */
  public Instant start() {
    return start;
  }

  /** Last fix of the run that goes on; null before the first fix. */
  public Instant end() {
    return end;
  }

  /** How long the run that goes on has lasted, ms; 0 before the first fix. */
  public long millis() {
    return endMillis - startMillis;
  }

  private void begin(CleanFix fix) {
    start = fix.time();
    sumX = 0;
    sumY = 0;
    count = 0;
    sinceOutlier = 0;
    longestGap = 0;
    startMillis = fix.millis();
    endMillis = startMillis;
    add(fix);
  }

  private void add(CleanFix fix) {
    longestGap = Math.max(longestGap, fix.millis() - endMillis);
    end = fix.time();
    endMillis = fix.millis();
    sumX += fix.x();
    sumY += fix.y();
    count++;
    sinceOutlier++;
  }
}
