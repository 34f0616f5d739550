package io.qingtu.route.forensics;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.trip.Trip;
import io.qingtu.route.trip.Trip.EndKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Rounds of trucks from leaving a site loaded to leaving the same site loaded again, and how long
 * they usually take by way of each end place. Of a site with several grounds the quickest one
 * counts: a round that is far shorter than its usual time was made to none of them.
 */
final class CycleTimes {
  /** A round, named by the trip that it begins with. */
  record Cycle(Trip trip, long millis) {}

  private final Parameters p;
  private final List<Cycle> cycles = new ArrayList<>();
  private final Map<String, Long> quickest = new HashMap<>();

  CycleTimes(Collection<Trip> trips, Parameters parameters) {
    this.p = parameters;
    List<Trip> sorted = new ArrayList<>(trips);
    sorted.sort(
        Comparator.comparing(Trip::plate).thenComparing(Trip::outTime).thenComparing(Trip::id));
    for (int i = 1; i < sorted.size(); i++) {
      Trip a = sorted.get(i - 1);
      Trip b = sorted.get(i);
      long millis = Duration.between(a.outTime(), b.outTime()).toMillis();
      boolean round = a.plate().equals(b.plate()) && a.siteId().equals(b.siteId());
      if (round && millis > 0 && millis <= p.millis(Parameter.CYCLE_MOST_S)) {
        cycles.add(new Cycle(a, millis));
      }
    }
    learn();
  }

  private void learn() {
    Map<String, Map<String, List<Long>>> bySite = new HashMap<>();
    for (Cycle c : cycles) {
      if (c.trip().endKind() == EndKind.OK && !c.trip().endPlaceId().isEmpty()) {
        bySite
            .computeIfAbsent(c.trip().siteId(), k -> new HashMap<>())
            .computeIfAbsent(c.trip().endPlaceId(), k -> new ArrayList<>())
            .add(c.millis());
      }
    }
    bySite.forEach(
        (site, grounds) ->
            grounds.values().stream()
                .filter(samples -> samples.size() >= p.get(Parameter.CYCLE_SAMPLES))
                .mapToLong(CycleTimes::median)
                .min()
                .ifPresent(least -> quickest.put(site, least)));
  }

  private static long median(List<Long> samples) {
    long[] sorted = samples.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The rounds of sites whose usual time is known. */
  List<Cycle> comparable() {
    return cycles.stream().filter(c -> usual(c).isPresent()).toList();
  }

  boolean isShort(Cycle c) {
    OptionalLong usual = usual(c);
    return usual.isPresent() && c.millis() < p.get(Parameter.CYCLE_SHORT) * usual.getAsLong();
  }

  private OptionalLong usual(Cycle c) {
    Long millis = quickest.get(c.trip().siteId());
    return millis == null ? OptionalLong.empty() : OptionalLong.of(millis);
  }
}
