package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.geo.PlaceIndex;
import io.qingtu.route.geo.PlaceIndex.Fenced;
import io.qingtu.route.plan.Parameter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The places around a point, as evidence: which a rule has looked at, and how far they are. */
final class NearPlaces {
  private record Near(Fenced fenced, double metres) {}

  private static final Comparator<Near> NEAREST =
      Comparator.comparingDouble(Near::metres).thenComparing(n -> n.fenced().place().id());

  private NearPlaces() {}

  /**
   * Adds a line for each place within {@link PlaceIndex#REACH} that is valid then, nearest first.
   */
  static void trace(AlertDraft d, RuleSet rules, double x, double y, Instant at) {
    List<Near> near = new ArrayList<>();
    for (Fenced f : rules.places().near(x, y)) {
      double metres = f.polygon().distance(x, y);
      if (!f.place().kind().isZone()
          && f.place().validity().contains(at)
          && metres <= PlaceIndex.REACH) {
        near.add(new Near(f, metres));
      }
    }
    near.sort(NEAREST);
    double buffer = rules.parameters().get(Parameter.PLACE_BUF);
    for (Near n : near) {
      String name = n.fenced().place().kind() + " " + n.fenced().place().id();
      d.because(name + " within place_buf", Math.round(n.metres()) + " m", n.metres() <= buffer);
    }
    if (near.isEmpty()) {
      d.because("a place within " + Math.round(PlaceIndex.REACH) + " m", "none", false);
    }
  }
}
