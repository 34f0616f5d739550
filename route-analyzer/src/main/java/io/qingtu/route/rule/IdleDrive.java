package io.qingtu.route.rule;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.CleanFix;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A stretch driven with the work sensor off where work is due (S05); standing does not count. */
final class IdleDrive {
  private final double leastSeconds;
  private final double leastMetres;
  private final double longestPause;
  private final Set<String> segmentIds = new LinkedHashSet<>();
  private CleanFix first;
  private CleanFix last;
  private boolean paused;
  private double seconds;
  private double metres;
  private String segmentId = "";
  private double segmentSeconds;
  private double segmentMetres;

  IdleDrive(Parameters p) {
    leastSeconds = p.get(Parameter.IDLE_S);
    leastMetres = p.get(Parameter.IDLE_M);
    longestPause = p.get(Parameter.FILL_MAX_S);
  }

  void goOn(CleanFix fix, double stepMetres, String onSegment) {
    if (!onSegment.equals(segmentId)) {
      segmentId = onSegment;
      segmentSeconds = 0;
      segmentMetres = 0;
    }
    if (first == null) {
      first = fix;
    } else if (!paused) {
      double step = fix.secondsSince(last);
      seconds += step;
      metres += stepMetres;
      segmentSeconds += step;
      segmentMetres += stepMetres;
    }
    paused = false;
    last = fix;
    segmentIds.add(onSegment);
  }

  /** Not idle at this fix: a junction or a light only interrupts, anything longer ends it. */
  void pause(CleanFix fix, boolean standing) {
    paused = true;
    if (first != null && !isLong() && !standing && fix.secondsSince(last) > longestPause) {
      clear();
    }
  }

  boolean isLong() {
    return first != null && seconds >= leastSeconds && metres >= leastMetres;
  }

  /** Whether the last part of it, on this segment alone, is long enough by itself. */
  boolean isLongOn(String onSegment) {
    return segmentId.equals(onSegment)
        && segmentSeconds >= leastSeconds
        && segmentMetres >= leastMetres;
  }

  void clear() {
    segmentId = "";
    first = null;
    last = null;
    paused = false;
    seconds = 0;
    metres = 0;
    segmentSeconds = 0;
    segmentMetres = 0;
    segmentIds.clear();
  }

  CleanFix first() {
    return first;
  }

  CleanFix last() {
    return last;
  }

  double seconds() {
    return seconds;
  }

  double metres() {
    return metres;
  }

  List<String> segmentIds() {
    return List.copyOf(segmentIds);
  }
}
