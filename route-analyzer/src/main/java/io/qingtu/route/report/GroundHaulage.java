package io.qingtu.route.report;

import io.qingtu.route.plan.Place;
import io.qingtu.route.plan.Waybill;
import io.qingtu.route.trip.Trip;
import java.util.Comparator;
import java.util.List;

/**
 * One place where muck may end: disposal ground (消纳场), backfill site or plant.
 *
 * @param tonnes trips × rated load
 * @param wrong trips that were not permitted to end here
 * @param accepted waybills of its trips that it accepted with a scan ÷ waybills of its trips
 */
public record GroundHaulage(
    String id, String name, long trips, double tonnes, long wrong, Ratio accepted) {

  /** The grounds with a trip or a waybill, most trips first. */
  static List<GroundHaulage> all(PeriodFacts facts) {
    return facts.plan.places().stream()
        .filter(p -> p.kind().isEndPlace())
        .map(p -> of(facts, p))
        .filter(g -> g.trips > 0 || g.accepted.isKnown())
        .sorted(
            Comparator.comparingLong(GroundHaulage::trips)
                .reversed()
                .thenComparing(GroundHaulage::id))
        .toList();
  }

  private static GroundHaulage of(PeriodFacts facts, Place ground) {
    List<Trip> trips =
        facts.trips.stream().filter(t -> t.endPlaceId().equals(ground.id())).toList();
    List<Waybill> waybills =
        facts.plan.waybills().stream()
            .filter(w -> w.disposalId().equals(ground.id()))
            .filter(w -> w.scanOut() != null && facts.period.contains(w.scanOut()))
            .toList();
    return new GroundHaulage(
        ground.id(),
        ground.name(),
        trips.size(),
        trips.stream().mapToDouble(t -> HaulageFigures.tonnes(facts, t)).sum(),
        trips.stream().filter(t -> t.endKind() == Trip.EndKind.WRONG_SITE).count(),
        Ratio.of(waybills, w -> w.scanIn() != null));
  }
}
