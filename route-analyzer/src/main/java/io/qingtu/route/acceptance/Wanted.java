package io.qingtu.route.acceptance;

import io.qingtu.route.acceptance.CheckResult.Sighting;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a point asks for, and what of it was seen when first. */
final class Wanted {
  private final CheckPoint point;
  private final List<String> all;
  private final Map<String, Instant> seen = new LinkedHashMap<>();

  Wanted(CheckPoint point, String... all) {
    this.point = point;
    this.all = List.of(all);
  }

  boolean isSeen(String what) {
    return seen.containsKey(what);
  }

  /** What is not asked for is passed over. */
  void see(String what, Instant at) {
    if (all.contains(what)) {
      seen.putIfAbsent(what, at);
    }
  }

  CheckResult result(double measured) {
    return new CheckResult(
        point,
        seen.entrySet().stream().map(e -> new Sighting(e.getKey(), e.getValue())).toList(),
        all.stream().filter(what -> !seen.containsKey(what)).toList(),
        measured);
  }
}
