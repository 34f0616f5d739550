package io.qingtu.route.report;

import io.qingtu.route.plan.GateEvent;
import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.PlaceKind;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.scoring.Standard;
import io.qingtu.route.trip.Trip;
import java.util.Comparator;
import java.util.List;

/**
 * One construction site (工地).
 *
 * @param permitted trips with a valid permit ÷ trips
 * @param clean exits with clean wheels ÷ exits of which the gate camera says so or not
 * @param deviation 方量偏差: (m³ hauled − m³ planned for the period) ÷ m³ planned, with the observed
 *     share of its trips' time; not known of a site without a plan
 */
public record SiteHaulage(
    String id,
    String name,
    long trips,
    double tonnes,
    Ratio permitted,
    Ratio clean,
    Kpi deviation) {
  public SiteHaulage {
    // a document that was frozen before there was any has none
    deviation = deviation == null ? Kpi.NONE : deviation;
  }

  /** The sites with a trip, a camera or a plan, most trips first. */
  static List<SiteHaulage> all(PeriodFacts facts) {
    return facts.plan.places().stream()
        .filter(p -> p.kind() == PlaceKind.SITE)
        .map(p -> of(facts, p))
        .filter(s -> s.trips > 0 || s.clean.isKnown() || s.deviation.ratio().isKnown())
        .sorted(
            Comparator.comparingLong(SiteHaulage::trips).reversed().thenComparing(SiteHaulage::id))
        .toList();
  }

  private static SiteHaulage of(PeriodFacts facts, Place site) {
    List<Trip> trips = facts.trips.stream().filter(t -> t.siteId().equals(site.id())).toList();
    List<GateEvent> exits =
        facts.plan.gateEvents().stream()
            .filter(g -> !g.in() && g.placeId().equals(site.id()))
            .filter(g -> facts.period.contains(g.time()) && g.wheelDirty().isPresent())
            .toList();
    double tonnes = trips.stream().mapToDouble(t -> HaulageFigures.tonnes(facts, t)).sum();
    return new SiteHaulage(
        site.id(),
        site.name(),
        trips.size(),
        tonnes,
        Ratio.of(trips, t -> HaulageFigures.hasPermit(facts, t)),
        Ratio.of(exits, g -> !g.wheelDirty().orElseThrow()),
        deviation(facts, site, trips, tonnes / HaulageFigures.TONNES_PER_CUBIC_METRE));
  }

  private static Kpi deviation(PeriodFacts facts, Place site, List<Trip> trips, double hauled) {
    Validity period = new Validity(facts.period.start(), facts.period.end());
    double planned =
        facts.plan.records().progress().stream()
            .filter(p -> p.siteId().equals(site.id()))
            .mapToDouble(p -> p.during(period))
            .sum();
    if (planned == 0) {
      return Kpi.NONE;
    }
    return new Kpi(
        new Ratio(hauled - planned, planned),
        Ratio.NONE,
        HaulageFigures.observedTime(trips),
        trips.size(),
        facts.least(Standard.MIN_TRIPS));
  }
}
