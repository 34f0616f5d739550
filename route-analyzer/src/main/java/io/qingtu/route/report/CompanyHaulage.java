package io.qingtu.route.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.scoring.Standard;
import io.qingtu.route.trip.Trip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One haulage company (运输企业).
 *
 * @param rank by violations per hundred trips, 1 the best, equal values share a rank; 0 where the
 *     sample or the observed share does not allow one
 * @param perHundred 每百趟违规数 with its sample, the observed trips
 * @param confirmedByRule confirmed violations
 * @param alarms alarms given out (报警)
 */
public record CompanyHaulage(
    int rank,
    String company,
    int vehicles,
    HaulageFigures figures,
    WaybillFigures waybills,
    Kpi perHundred,
    Map<String, Long> confirmedByRule,
    long alarms) {

  /** Whether it takes part in the ranking: enough trips, and enough of them observed. */
  public boolean isRanked() {
    return rank > 0;
  }

  static List<CompanyHaulage> all(PeriodFacts facts, PeriodFacts before) {
    Map<String, List<Vehicle>> byCompany =
        facts.muckTrucks().stream()
            .collect(Collectors.groupingBy(Vehicle::company, TreeMap::new, Collectors.toList()));
    List<CompanyHaulage> unranked = new ArrayList<>();
    byCompany.forEach((name, own) -> unranked.add(one(facts, before, name, own)));
    List<CompanyHaulage> able =
        unranked.stream()
            .filter(c -> c.canBeRanked(facts))
            .sorted(Comparator.comparingDouble(c -> c.perHundred.ratio().value()))
            .toList();
    List<CompanyHaulage> all = new ArrayList<>();
    for (CompanyHaulage c : able) {
      double value = c.perHundred.ratio().value();
      long better = able.stream().filter(o -> o.perHundred.ratio().value() < value).count();
      all.add(c.withRank((int) better + 1));
    }
    unranked.stream().filter(c -> !c.canBeRanked(facts)).forEach(all::add);
    return all;
  }

  private static CompanyHaulage one(
      PeriodFacts facts, PeriodFacts before, String name, List<Vehicle> own) {
    HaulageFigures figures = figures(facts, name);
    Kpi perHundred =
        new Kpi(
            figures.perHundred(),
            figures(before, name).perHundred(),
            figures.observedTime(),
            figures.observedTrips(),
            facts.least(Standard.MIN_TRIPS));
    return new CompanyHaulage(
        0,
        name,
        own.size(),
        figures,
        WaybillFigures.of(facts, trips(facts, name), w -> facts.company(w.plate()).equals(name)),
        perHundred,
        Violations.count(alerts(facts, facts.confirmed(), name)),
        alerts(facts, facts.emitted(), name).size());
  }

  private static HaulageFigures figures(PeriodFacts facts, String name) {
    return HaulageFigures.of(facts, trips(facts, name), a -> facts.company(a.plate()).equals(name));
  }

  private static List<Trip> trips(PeriodFacts facts, String name) {
    return facts.trips.stream().filter(t -> facts.company(t.plate()).equals(name)).toList();
  }

  private static List<Alert> alerts(PeriodFacts facts, List<Alert> alerts, String name) {
    return alerts.stream().filter(a -> facts.company(a.plate()).equals(name)).toList();
  }

  private boolean canBeRanked(PeriodFacts facts) {
    return perHundred.canBeRanked(facts.standards);
  }

  private CompanyHaulage withRank(int newRank) {
    return new CompanyHaulage(
        newRank, company, vehicles, figures, waybills, perHundred, confirmedByRule, alarms);
  }
}
