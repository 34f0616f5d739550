package io.qingtu.route.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.scoring.Standard;
import io.qingtu.route.scoring.Standards;
import io.qingtu.route.sweep.VehicleDayWork;
import io.qingtu.route.track.VehicleDayQuality;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Section 2: whether the data can be trusted, before anybody is ranked.
 *
 * @param city all vehicles
 * @param companies by name
 * @param sensors sensor-days HEALTHY ÷ sensor-days fitted, by type; a day without data is not
 *     healthy
 * @param dropped records dropped, by reason (C01 … C06)
 * @param platform whether terminals could reach the platform at all
 */
public record DataQuality(
    Figures city,
    List<CompanyQuality> companies,
    Map<SensorKind, Ratio> sensors,
    Map<String, Long> dropped,
    PlatformUptime.Link platform) {
  public DataQuality {
    // a document that was frozen before there was any has none
    platform = platform == null ? PlatformUptime.Link.UNKNOWN : platform;
  }

  /** More than this share of a vehicle's fixes rejected as jumps makes it a drifting vehicle. */
  private static final double DRIFT_SHARE = 0.02;

  private static final List<String> JUMPS = List.of("C05", "C06");

  /**
   * Rates of a group of vehicles.
   *
   * @param networked 入网率: bound to an accepted terminal ÷ registered
   * @param online 上线率: with at least one accepted fix in the period ÷ networked, both without those
   *     that are laid up (报停) for all of the period
   * @param dailyOnline 日均上线率: vehicle-days with an accepted fix ÷ vehicle-days of networked
   *     vehicles, both without days on which one is laid up
   * @param completeness 轨迹完整率: km of continuous track ÷ km
   * @param validity 数据合格率: records accepted ÷ received
   * @param drifting 漂移率: online vehicles with more than 2 % of their fixes rejected as jumps ÷
   *     online vehicles
   * @param sensors 传感器健康率 over all types
   * @param observed 可监管率: seconds on duty covered by fixes ÷ seconds on duty
   * @param delayP95Seconds 回传时延 P95: upper bound of the class that it lies in, without back-fill;
   *     NaN where nothing came, infinite above the last bound
   * @param unobservable 不可监管车日: vehicle-days without data or observed for less than 80 % ÷
   *     vehicle-days, both without days on which one is laid up
   * @param offlineAlarms D01 given out
   * @param powerCutAlarms D02 given out
   * @param onlineTime 在线时长率: seconds on duty whose fixes came while they lasted, back-fill left
   *     aside ÷ seconds on duty of the days of which that is told
   * @param laidUp 报停: vehicles that are laid up for all of the period
   */
  public record Figures(
      int vehicles,
      Ratio networked,
      Ratio online,
      Ratio dailyOnline,
      Ratio completeness,
      Ratio validity,
      Ratio drifting,
      Ratio sensors,
      Ratio observed,
      double delayP95Seconds,
      Ratio unobservable,
      long offlineAlarms,
      long powerCutAlarms,
      Ratio onlineTime,
      long laidUp) {
    public Figures {
      // a document that was frozen before there was any has none
      onlineTime = onlineTime == null ? Ratio.NONE : onlineTime;
    }

    /** Whether there is enough observed to be ranked; else 数据不足，不参加排名. */
    public boolean isSufficient(Standards s) {
      return observed.isKnown() && observed.value() >= s.get(Standard.OBSERVED_RANKED);
    }
  }

  /** A company's row. */
  public record CompanyQuality(String company, Figures figures) {}

  static DataQuality of(PeriodFacts facts) {
    Map<String, List<Vehicle>> byCompany =
        facts.plan.vehicles().stream()
            .collect(Collectors.groupingBy(Vehicle::company, TreeMap::new, Collectors.toList()));
    List<CompanyQuality> companies =
        byCompany.entrySet().stream()
            .map(e -> new CompanyQuality(e.getKey(), figures(facts, e.getValue())))
            .toList();
    Map<SensorKind, Ratio> sensors = new TreeMap<>();
    for (SensorKind kind : SensorKind.values()) {
      sensors.put(kind, sensorDays(facts, facts.plan.vehicles(), List.of(kind)));
    }
    Map<String, Long> dropped = new TreeMap<>();
    facts.quality.forEach(q -> q.dropped().forEach((k, n) -> dropped.merge(k, n, Long::sum)));
    return new DataQuality(
        figures(facts, facts.plan.vehicles()), companies, sensors, dropped, facts.platform);
  }

  static Figures figures(PeriodFacts facts, Collection<Vehicle> vehicles) {
    Set<String> plates = vehicles.stream().map(Vehicle::plate).collect(Collectors.toSet());
    Set<String> networked = new HashSet<>(plates);
    networked.retainAll(facts.networked);
    List<VehicleDayQuality> days =
        facts.quality.stream().filter(q -> plates.contains(q.plate())).toList();
    List<VehicleDayWork> work =
        facts.work.stream().filter(w -> plates.contains(w.plate())).toList();
    Set<String> running =
        networked.stream()
            .filter(p -> !facts.laidUp.throughout(p, facts.period))
            .collect(Collectors.toSet());
    List<VehicleDayQuality> live =
        days.stream().filter(q -> q.accepted() > 0 && running.contains(q.plate())).toList();
    Map<String, List<VehicleDayQuality>> online =
        live.stream().collect(Collectors.groupingBy(VehicleDayQuality::plate));
    List<VehicleDayQuality> inService =
        days.stream().filter(q -> !facts.laidUp.on(q.plate(), q.day())).toList();
    double observable =
        inService.stream().filter(q -> q.observedShare() >= Kpi.MINIMUM_OBSERVED).count();
    double due = daysInService(facts, plates);
    return new Figures(
        vehicles.size(),
        new Ratio(networked.size(), vehicles.size()),
        new Ratio(online.size(), running.size()),
        new Ratio(
            inService.stream()
                .filter(q -> q.accepted() > 0 && networked.contains(q.plate()))
                .count(),
            daysInService(facts, networked)),
        Ratio.ofSums(days, VehicleDayQuality::continuousKm, VehicleDayQuality::distanceKm),
        Ratio.ofSums(days, VehicleDayQuality::accepted, VehicleDayQuality::received),
        Ratio.of(online.values(), DataQuality::isDrifting),
        sensorDays(facts, vehicles, Arrays.asList(SensorKind.values())),
        Ratio.ofSums(work, VehicleDayWork::observedDutySeconds, VehicleDayWork::dutySeconds),
        delayP95(work),
        new Ratio(due - observable, due),
        alarms(facts, plates, "D01"),
        alarms(facts, plates, "D02"),
        onlineTime(work),
        plates.stream().filter(p -> facts.laidUp.throughout(p, facts.period)).count());
  }

  private static double daysInService(PeriodFacts facts, Set<String> plates) {
    return plates.stream()
        .mapToLong(
            p -> facts.period.days().stream().filter(day -> !facts.laidUp.on(p, day)).count())
        .sum();
  }

  private static Ratio onlineTime(List<VehicleDayWork> work) {
    List<VehicleDayWork> told =
        work.stream().filter(w -> !Double.isNaN(w.onlineDutySeconds())).toList();
    return Ratio.ofSums(told, VehicleDayWork::onlineDutySeconds, VehicleDayWork::dutySeconds);
  }

  private static double delayP95(List<VehicleDayWork> work) {
    List<Integer> bounds = VehicleDayWork.DELAY_BOUNDS_S;
    double all = work.stream().flatMap(w -> w.delays().stream()).mapToLong(n -> n).sum();
    double within = 0;
    for (int i = 0; i < bounds.size(); i++) {
      int place = i;
      within += work.stream().mapToLong(w -> w.delays().get(place)).sum();
      if (all > 0 && within >= 0.95 * all) {
        return bounds.get(i);
      }
    }
    return all == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
  }

  private static boolean isDrifting(List<VehicleDayQuality> days) {
    long received = days.stream().mapToLong(VehicleDayQuality::received).sum();
    long jumps =
        days.stream()
            .flatMap(d -> JUMPS.stream().map(c -> d.dropped().getOrDefault(c, 0L)))
            .mapToLong(Long::longValue)
            .sum();
    return jumps > DRIFT_SHARE * received;
  }

  private static Ratio sensorDays(
      PeriodFacts facts, Collection<Vehicle> vehicles, List<SensorKind> kinds) {
    long fitted = 0;
    long healthy = 0;
    for (Vehicle v : vehicles) {
      for (SensorKind kind : kinds) {
        if (v.has(kind)) {
          fitted += 7;
          healthy +=
              facts.period.days().stream().filter(d -> facts.isHealthy(v.plate(), kind, d)).count();
        }
      }
    }
    return new Ratio(healthy, fitted);
  }

  private static long alarms(PeriodFacts facts, Set<String> plates, String rule) {
    return facts.alerts.stream()
        .filter(PeriodFacts::isEmitted)
        .filter((Alert a) -> a.rule().equals(rule) && plates.contains(a.plate()))
        .count();
  }
}
