package io.qingtu.route.track;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.util.Arrays;

/**
 * Writes down where a vehicle is at whole minutes, between fixes that follow each other. A cleaning
 * vehicle at the speed of its work does not count as moving: several work side by side.
 */
public final class WhereaboutsLog {
  private static final int MINUTE = 60_000;
  private static final int MOVES = -1;

  private final double workKmh;
  private final double fewSatellites;
  private int[] from = new int[16];
  private int[] to = new int[16];
  private float[] x = new float[16];
  private float[] y = new float[16];
  private int rows;

  /**
   * @param works whether the vehicle cleans roads
   */
  public WhereaboutsLog(boolean works, Parameters p) {
    workKmh = works ? p.get(Parameter.WORK_MAX_KMH) : 0;
    fewSatellites = p.get(Parameter.JAM_FEW);
  }

  /**
   * Takes the next fix.
   *
   * @param previous null where nothing is known of the time before the fix
   */
  public void accept(CleanFix fix, CleanFix previous) {
    int satellites = fix.position().satellites();
    if (previous == null || satellites >= 0 && satellites <= fewSatellites) {
      return;
    }
    long end = fix.millis();
    long begin = previous.millis();
    boolean moves = fix.moving() && fix.speedKmh() >= workKmh;
    for (long m = Math.floorDiv(begin, MINUTE) + 1; m * MINUTE <= end; m++) {
      double share = (double) (m * MINUTE - begin) / (end - begin);
      double px = previous.x() + share * (fix.x() - previous.x());
      double py = previous.y() + share * (fix.y() - previous.y());
      write((int) m, moves, (float) px, (float) py);
    }
  }

  /** What is written so far; later fixes do not change it. */
  public Whereabouts written() {
    return new Whereabouts(from, rows == 0 ? to : to.clone(), x, y, rows);
  }

  private void write(int minute, boolean moves, float px, float py) {
    int last = rows - 1;
    if (!moves
        && last >= 0
        && to[last] == minute - 1
        && Math.abs(x[last] - px) < 1
        && Math.abs(y[last] - py) < 1) {
      to[last] = minute;
      return;
    }
    if (rows == from.length) {
      from = Arrays.copyOf(from, 2 * rows);
      to = Arrays.copyOf(to, 2 * rows);
      x = Arrays.copyOf(x, 2 * rows);
      y = Arrays.copyOf(y, 2 * rows);
    }
    from[rows] = minute;
    to[rows] = moves ? MOVES : minute;
    x[rows] = px;
    y[rows] = py;
    rows++;
  }
}
