package io.qingtu.route.rule;

import io.qingtu.route.match.Sighting;
import io.qingtu.route.track.CleanFix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a truck drove lately, for the second stage and for the evidence: the last fixes on its route
 * and, from the first one outside on, all that lie some metres apart. A long stretch keeps its
 * begin.
 */
final class Stretch {
  private static final int CONTEXT = 8;
  private static final int LONGEST = 512;
  private static final int CURVE = 24;

  private record Seen(CleanFix fix, boolean outside, double distance) {}

  private final double apart;
  private final List<Seen> seen = new ArrayList<>();
  private boolean left;

  /**
   * @param apart metres between two fixes that are kept
   */
  Stretch(double apart) {
    this.apart = apart;
  }

  /**
   * Takes the next fix.
   *
   * @param distance metres from the route
   */
  void add(CleanFix fix, boolean outside, double distance) {
    if (!left && outside) {
      left = true;
    } else if (!isApart(fix) || seen.size() >= LONGEST) {
      return;
    }
    if (!left && seen.size() >= CONTEXT) {
      seen.remove(0);
    }
    seen.add(new Seen(fix, outside, distance));
  }

  /** It is on its route again. */
  void back() {
    left = false;
    while (seen.size() > CONTEXT) {
      seen.remove(0);
    }
  }

  List<Sighting> sightings() {
    return seen.stream()
        .map(s -> new Sighting(s.fix.x(), s.fix.y(), s.fix.headingDegrees()))
        .toList();
  }

  boolean outside(int index) {
    return seen.get(index).outside;
  }

  /** Distances from the route where it was outside, m: at most two dozen of them. */
  String curve() {
    List<Seen> outside = seen.stream().filter(Seen::outside).toList();
    int step = 1 + (outside.size() - 1) / CURVE;
    List<String> metres = new ArrayList<>();
    for (int i = 0; i < outside.size(); i += step) {
      metres.add(String.valueOf(Math.round(outside.get(i).distance)));
    }
    return metres.stream().collect(Collectors.joining(", ", "", " m"));
  }

  private boolean isApart(CleanFix fix) {
    return seen.isEmpty() || seen.get(seen.size() - 1).fix.distanceTo(fix) >= apart;
  }
}
