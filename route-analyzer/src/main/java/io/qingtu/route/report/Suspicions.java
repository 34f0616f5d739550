package io.qingtu.route.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.forensics.HotSpot;
import io.qingtu.route.forensics.SuspectedSite;
import io.qingtu.route.trip.Trip;
import java.util.List;
import java.util.function.Predicate;

/**
 * Section 3.10: suspected dumping (疑似偷倒), alarms of different weight that are never summed.
 *
 * @param bySensor M01 of grade A or B
 * @param byTrack M02
 * @param unexplained M07, a trip that ended without an end place
 * @param confirmed of M01, M02 and M07 those that a person confirmed, for the map
 * @param inGap P05, loaded trips whose load was gone when they were seen again
 * @param hotSpots P01, where dumps come together in the days that end with this period
 * @param sites P01, suspected unregistered sites (疑似未登记工地) of the same time
 */
public record Suspicions(
    long bySensor,
    long byTrack,
    long unexplained,
    List<Alert> confirmed,
    long inGap,
    List<HotSpot> hotSpots,
    List<SuspectedSite> sites) {
  public Suspicions {
    // a document that was frozen before there were any has none
    hotSpots = hotSpots == null ? List.of() : List.copyOf(hotSpots);
    sites = sites == null ? List.of() : List.copyOf(sites);
  }

  private static final List<String> RULES = List.of("M01", "M02", "M07");

  static Suspicions of(PeriodFacts facts) {
    return new Suspicions(
        count(facts, a -> a.rule().equals("M01") && a.grade() != Grade.C),
        count(facts, a -> a.rule().equals("M02")),
        count(facts, Suspicions::isUnexplained),
        facts.confirmed().stream()
            .filter(a -> RULES.contains(a.rule()))
            .filter(a -> !a.rule().equals("M07") || isUnexplained(a))
            .filter(a -> a.severity() > 1)
            .toList(),
        facts.trips.stream().filter(t -> t.endKind() == Trip.EndKind.GAP).count(),
        facts.hotSpots,
        facts.sites);
  }

  private static boolean isUnexplained(Alert a) {
    return a.rule().equals("M07") && a.reason().equals("unexplained");
  }

  private static long count(PeriodFacts facts, Predicate<Alert> which) {
    return facts.emitted().stream().filter(which).count();
  }
}
