package io.qingtu.route.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.trip.Trip;
import java.util.List;

/**
 * Section 3: muck trucks.
 *
 * @param vehicles muck trucks registered
 * @param activeSites sites that loaded trips left
 * @param activeGrounds places in which loaded trips ended
 * @param violations 3.3, by type
 * @param companies 3.4, in the order of their rank, those without a rank last
 * @param offenders 3.5, the 20 vehicles with the most confirmed violations
 * @param sites 3.6
 * @param grounds 3.7
 * @param hours 3.9
 * @param tripGrid 3.9, loaded trips by their exit
 * @param violationGrid 3.9, confirmed violations by their start
 * @param suspicions 3.10
 * @param devices 3.11, alarms about terminals, links and sensors of muck trucks
 */
public record Haulage(
    long vehicles,
    HaulageFigures figures,
    WaybillFigures waybills,
    long activeSites,
    long activeGrounds,
    List<Violations.Type> violations,
    List<CompanyHaulage> companies,
    List<Offender> offenders,
    List<SiteHaulage> sites,
    List<GroundHaulage> grounds,
    HourlyActivity hours,
    WeekGrid tripGrid,
    WeekGrid violationGrid,
    Suspicions suspicions,
    List<Violations.Type> devices) {
  public Haulage {
    // a document that was frozen before there were any has none
    devices = devices == null ? List.of() : List.copyOf(devices);
  }

  static Haulage of(PeriodFacts facts, PeriodFacts before) {
    return new Haulage(
        facts.muckTrucks().size(),
        HaulageFigures.of(facts, facts.trips, a -> true),
        WaybillFigures.of(facts, facts.trips, w -> true),
        facts.trips.stream().map(t -> t.siteId()).distinct().count(),
        facts.trips.stream().map(t -> t.endPlaceId()).filter(p -> !p.isEmpty()).distinct().count(),
        Violations.byType(facts, HaulageFigures::isHaulageRule),
        CompanyHaulage.all(facts, before),
        Offender.top(facts, 20),
        SiteHaulage.all(facts),
        GroundHaulage.all(facts),
        HourlyActivity.of(facts),
        WeekGrid.of(facts.trips, Trip::outTime),
        WeekGrid.of(
            facts.confirmed().stream().filter(a -> HaulageFigures.isHaulageRule(a.rule())).toList(),
            Alert::start),
        Suspicions.of(facts),
        devices(facts));
  }

  private static List<Violations.Type> devices(PeriodFacts facts) {
    return Violations.byType(
        facts,
        facts.emitted().stream()
            .filter(a -> a.rule().startsWith("D"))
            .filter(a -> facts.isMuckTruck(a.plate()))
            .toList());
  }
}
