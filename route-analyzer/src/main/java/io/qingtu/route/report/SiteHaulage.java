package io.qingtu.route.report;

import io.qingtu.route.plan.GateEvent;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.trip.Trip;
import java.util.Comparator;
import java.util.List;

/**
 * One construction site (工地).
 *
 * @param permitted trips with a valid permit ÷ trips
 * @param clean exits with clean wheels ÷ exits of which the gate camera says so or not
 */
public record SiteHaulage(
    String id, String name, long trips, double tonnes, Ratio permitted, Ratio clean) {

  /** The sites with a trip or a camera, most trips first. */
  static List<SiteHaulage> all(WeekFacts facts) {
    return facts.plan.places().stream()
        .filter(p -> p.kind() == PlaceKind.SITE)
        .map(p -> of(facts, p))
        .filter(s -> s.trips > 0 || s.clean.isKnown())
        .sorted(
            Comparator.comparingLong(SiteHaulage::trips).reversed().thenComparing(SiteHaulage::id))
        .toList();
  }

  private static SiteHaulage of(WeekFacts facts, Place site) {
    List<Trip> trips = facts.trips.stream().filter(t -> t.siteId().equals(site.id())).toList();
    List<GateEvent> exits =
        facts.plan.gateEvents().stream()
            .filter(g -> !g.in() && g.placeId().equals(site.id()))
            .filter(g -> facts.week.contains(g.time()) && g.wheelDirty().isPresent())
            .toList();
    return new SiteHaulage(
        site.id(),
        site.name(),
        trips.size(),
        trips.stream().mapToDouble(t -> HaulageFigures.tonnes(facts, t)).sum(),
        Ratio.of(trips, t -> HaulageFigures.hasPermit(facts, t)),
        Ratio.of(exits, g -> !g.wheelDirty().orElseThrow()));
  }
}
