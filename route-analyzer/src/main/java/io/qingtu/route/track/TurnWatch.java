package io.qingtu.route.track;

import io.qingtu.route.geo.Planar;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.util.ArrayDeque;

/** Notices that a vehicle turns round at walking speed, or reverses (the signature f3 of M02). */
public final class TurnWatch {
  private final long window;
  private final double slow;
  private final double turnDegrees;
  private final double flipDegrees;
  private final double flipMetres;
  private final ArrayDeque<CleanFix> slowFixes = new ArrayDeque<>();
  private CleanFix lastCourse;

  public TurnWatch(Parameters p) {
    window = p.millis(Parameter.TURN_S);
    slow = p.get(Parameter.TURN_KMH);
    turnDegrees = p.get(Parameter.TURN_DEG);
    flipDegrees = p.get(Parameter.FLIP_DEG);
    flipMetres = p.get(Parameter.FLIP_M);
  }

  /** Takes the next fix; says whether it completes a turn. */
  public boolean accept(CleanFix fix) {
    if (fix.speedKmh() > slow) {
      slowFixes.clear();
      lastCourse = fix.headingDegrees() < 0 ? lastCourse : fix;
      return false;
    }
    if (fix.headingDegrees() < 0) {
      return false;
    }
    boolean flipped =
        lastCourse != null
            && fix.distanceTo(lastCourse) <= flipMetres
            && Planar.angle(fix.headingDegrees(), lastCourse.headingDegrees()) >= flipDegrees;
    lastCourse = fix;
    slowFixes.addLast(fix);
    while (fix.millis() - slowFixes.peekFirst().millis() > window) {
      slowFixes.removeFirst();
    }
    return flipped || turned() >= turnDegrees;
  }

  private double turned() {
    double sum = 0;
    CleanFix before = null;
    for (CleanFix f : slowFixes) {
      sum += before == null ? 0 : Planar.angle(f.headingDegrees(), before.headingDegrees());
      before = f;
    }
    return sum;
  }
}
