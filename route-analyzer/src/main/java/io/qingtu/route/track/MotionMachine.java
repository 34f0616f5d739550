package io.qingtu.route.track;

import io.qingtu.route.geo.Planar;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.util.ArrayDeque;

/**
 * Moving or standing (SM-1), and the anchor of a standing vehicle, to which drift is snapped (C07).
 * A fix that contradicts restarts the count.
 */
public final class MotionMachine {
  private record Seen(long millis, double x, double y) {}

  private final double vMove;
  private final double vStop;
  private final double moveMetres;
  private final long moveMillis;
  private final double drift;
  private final double driftSpeed;
  private final ArrayDeque<Seen> window = new ArrayDeque<>();
  private boolean moving;
  private int fast;
  private Seen slowFrom;
  private double slowSumX;
  private double slowSumY;
  private int slowCount;
  private double anchorX = Double.NaN;
  private double anchorY = Double.NaN;
  private double x;
  private double y;

  public MotionMachine(Parameters parameters) {
    vMove = parameters.get(Parameter.V_MOVE);
    vStop = parameters.get(Parameter.V_STOP);
    moveMetres = parameters.get(Parameter.MOVE_M);
    moveMillis = parameters.millis(Parameter.MOVE_S);
    drift = parameters.get(Parameter.DRIFT_M);
    driftSpeed = parameters.get(Parameter.HEADING_KMH);
  }

  /** Takes the next accepted fix. */
  public void accept(long millis, double px, double py, double speedKmh) {
    x = px;
    y = py;
    if (moving) {
      countSlow(millis, speedKmh);
    } else {
      countFast(new Seen(millis, px, py), speedKmh);
    }
    place(speedKmh);
  }

  public boolean moving() {
    return moving;
  }

  /** Metres east of the last fix, or of the anchor while it only drifts. */
  public double x() {
    return x;
  }

  public double y() {
    return y;
  }

  private void countFast(Seen now, double speedKmh) {
    while (!window.isEmpty() && now.millis - window.peekFirst().millis > moveMillis) {
      window.removeFirst();
    }
    window.addLast(now);
    fast = speedKmh >= vMove ? fast + 1 : 0;
    if (fast >= 2 || distance(window.peekFirst(), now) >= moveMetres) {
      moving = true;
      slowFrom = null;
      window.clear();
    }
  }

  private void countSlow(long millis, double speedKmh) {
    if (speedKmh >= vStop) {
      slowFrom = null;
      return; // nearly always, of one that moves
    }
    Seen now = new Seen(millis, x, y);
    if (slowFrom != null && distance(slowFrom, now) > moveMetres) {
      slowFrom = null;
      return;
    }
    if (slowFrom == null) {
      slowFrom = now;
      slowSumX = 0;
      slowSumY = 0;
      slowCount = 0;
    }
    slowSumX += now.x;
    slowSumY += now.y;
    slowCount++;
    if (now.millis - slowFrom.millis >= moveMillis) {
      moving = false;
      fast = 0;
      window.clear();
      window.addLast(now);
      anchorX = slowSumX / slowCount;
      anchorY = slowSumY / slowCount;
    }
  }

  private void place(double speedKmh) {
    if (moving) {
      return;
    }
    if (Planar.distance(x, y, anchorX, anchorY) < drift) {
      if (speedKmh < driftSpeed) {
        x = anchorX;
        y = anchorY;
      }
    } else {
      anchorX = x;
      anchorY = y;
    }
  }

  private static double distance(Seen a, Seen b) {
    return Planar.distance(a.x, a.y, b.x, b.y);
  }
}
