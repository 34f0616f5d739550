package io.qingtu.route.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.CleaningPlan;
import io.qingtu.route.plan.Requirement;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.sweep.PassResult.Outcome;
import io.qingtu.route.sweep.VehicleDayWork;
import io.qingtu.route.track.VehicleDayQuality;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the cleaning vehicles of a group did: the city's, or a contractor's.
 *
 * @param attendance 出勤率: vehicle-days with at least 30 min of work ÷ vehicle-days planned; a
 *     vehicle is planned on the days on which the plan has a window that it may serve, but for
 *     those on which it is laid up (报停)
 * @param inSpeed 作业速度合格率: km worked at no more than v_warn ÷ km worked
 * @param deadhead 空驶率: (km driven − effective km) ÷ km driven
 * @param onTime 作业及时率: windows of which every pass was finished in the window ÷ windows in which
 *     there was work
 * @param operatingHours time at work, h
 * @param effectiveKm 有效作业里程
 * @param notOperatingMinutes 出工不出力时长: minutes driven without work, of confirmed S05
 * @param area 作业面积
 */
public record WorkFigures(
    Ratio attendance,
    Ratio inSpeed,
    Ratio deadhead,
    Ratio onTime,
    double operatingHours,
    double effectiveKm,
    double notOperatingMinutes,
    WorkArea area) {
  public WorkFigures {
    // a document that was frozen before there was any has none
    area = area == null ? WorkArea.UNKNOWN : area;
  }

  /** Less work on a day is no attendance, s. */
  private static final double ATTENDED_S = 1800;

  static WorkFigures of(PeriodFacts facts, Collection<Vehicle> vehicles, List<PassResult> passes) {
    Set<String> plates =
        vehicles.stream()
            .filter(v -> v.kind().cleansRoads())
            .map(Vehicle::plate)
            .collect(Collectors.toSet());
    List<VehicleDayWork> work =
        facts.work.stream().filter(w -> plates.contains(w.plate())).toList();
    double driven =
        facts.quality.stream()
            .filter(q -> plates.contains(q.plate()))
            .mapToDouble(VehicleDayQuality::distanceKm)
            .sum();
    double effective = work.stream().mapToDouble(VehicleDayWork::effectiveMetres).sum() / 1000;
    List<PassResult> worked =
        passes.stream().filter(p -> p.result() != Outcome.EXEMPT && p.first() != null).toList();
    return new WorkFigures(
        attendance(facts, vehicles, work),
        Ratio.ofSums(work, w -> w.inSpeedMetres() / 1000, w -> w.operatingMetres() / 1000),
        new Ratio(Math.max(0, driven - effective), driven),
        Ratio.of(worked, p -> p.result() == Outcome.DONE),
        work.stream().mapToDouble(VehicleDayWork::operatingSeconds).sum() / 3600,
        effective,
        facts.confirmed().stream()
            .filter(a -> a.rule().equals("S05") && a.end() != null && plates.contains(a.plate()))
            .mapToDouble(WorkFigures::minutes)
            .sum(),
        WorkArea.of(facts, work));
  }

  /** What was measured: of the span the way between two roads that are due is no such time. */
  private static double minutes(Alert a) {
    double span = Duration.between(a.start(), a.end()).toSeconds();
    return (Double.isNaN(a.measured()) ? span : a.measured()) / 60;
  }

  private static Ratio attendance(
      PeriodFacts facts, Collection<Vehicle> vehicles, List<VehicleDayWork> work) {
    Set<String> attended =
        work.stream()
            .filter(w -> w.operatingSeconds() >= ATTENDED_S)
            .map(w -> w.plate() + w.day())
            .collect(Collectors.toSet());
    CleaningPlan plan = new CleaningPlan(facts.plan.requirements());
    long planned = 0;
    long came = 0;
    for (Vehicle v : vehicles) {
      List<Requirement> served = plan.servedBy(v);
      for (LocalDate day : facts.period.days()) {
        if (!facts.laidUp.on(v.plate(), day)
            && served.stream().anyMatch(r -> CleaningPlan.window(r, day).isPresent())) {
          planned++;
          came += attended.contains(v.plate() + day) ? 1 : 0;
        }
      }
    }
    return new Ratio(came, planned);
  }
}
