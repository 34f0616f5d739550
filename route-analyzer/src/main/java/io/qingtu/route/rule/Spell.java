package io.qingtu.route.rule;

import io.qingtu.route.track.CleanFix;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A stretch of track on which a condition holds, short interruptions left out. */
final class Spell {
  private final Set<String> segmentIds = new LinkedHashSet<>();
  private CleanFix first;
  private CleanFix last;
  private boolean paused;
  private double seconds;
  private double metres;
  private double fastest;

  /**
   * @param stepMetres from the fix before
   * @param segmentId where; empty where no road is near
   */
  void goOn(CleanFix fix, double stepMetres, String segmentId) {
    if (first == null) {
      first = fix;
    } else if (!paused) {
      seconds += fix.secondsSince(last);
      metres += stepMetres;
    }
    last = fix;
    paused = false;
    fastest = Math.max(fastest, fix.speedKmh());
    if (!segmentId.isEmpty()) {
      segmentIds.add(segmentId);
    }
  }

  /** The condition does not hold at this fix; returns whether that ends the spell. */
  boolean pause(CleanFix fix, double longest) {
    paused = true;
    return first != null && fix.secondsSince(last) > longest;
  }

  void clear() {
    first = null;
    last = null;
    paused = false;
    seconds = 0;
    metres = 0;
    fastest = 0;
    segmentIds.clear();
  }

  /** The first fix; null where there is none. */
  CleanFix first() {
    return first;
  }

  CleanFix last() {
    return last;
  }

  /** Time for which it held. */
  double seconds() {
    return seconds;
  }

  /** Way on which it held. */
  double metres() {
    return metres;
  }

  double fastestKmh() {
    return fastest;
  }

  List<String> segmentIds() {
    return List.copyOf(segmentIds);
  }
}
