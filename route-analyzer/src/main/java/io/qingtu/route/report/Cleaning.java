package io.qingtu.route.report;

import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.scoring.Standard;
import io.qingtu.route.sweep.PassResult;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Section 4: sanitation.
 *
 * @param frequency 频次达标率 of the city with the period before
 * @param work of all vehicles
 * @param contractors by name
 * @param roads per road and operation, the worst first
 * @param missed missed segments, by grade of the road and number of passes missed
 * @param exemptWindows road-shifts excused, by reason
 * @param excused the same, by whom
 * @param violations S rules by type
 * @param segments appendix C, every segment of which something was required
 * @param collecting 4.7, collection points
 * @param lanes 4.9, back lanes (背街小巷) by contractor
 */
public record Cleaning(
    long vehicles,
    CleaningFigures figures,
    Kpi frequency,
    WorkFigures work,
    List<ContractorCleaning> contractors,
    List<RoadCleaning> roads,
    List<MissedSegment> missed,
    Map<Exemption.Kind, Long> exemptWindows,
    List<Excused> excused,
    List<Violations.Type> violations,
    List<SegmentCleaning> segments,
    Collecting collecting,
    List<LaneCleaning> lanes) {
  public Cleaning {
    // a document that was frozen before there were any has none
    excused = excused == null ? List.of() : excused;
    segments = segments == null ? List.of() : segments;
    collecting = collecting == null ? Collecting.NONE : collecting;
    lanes = lanes == null ? List.of() : List.copyOf(lanes);
  }

  /** A contractor's back lanes. */
  public record LaneCleaning(String contractor, Kpi frequency, CleaningFigures figures) {}

  /** A contractor's (作业单位) row. */
  public record ContractorCleaning(
      String contractor, Kpi frequency, CleaningFigures figures, WorkFigures work) {}

  static Cleaning of(PeriodFacts facts, PeriodFacts before) {
    CleaningFigures figures = CleaningFigures.of(facts, facts.passes);
    List<Excused> excused = Excused.all(facts);
    return new Cleaning(
        facts.sanitationVehicles().size(),
        figures,
        frequency(facts, figures, CleaningFigures.of(before, before.passes)),
        WorkFigures.of(facts, facts.plan.vehicles(), facts.passes),
        contractors(facts, before),
        RoadCleaning.all(facts),
        MissedSegment.all(facts),
        exemptWindows(excused),
        excused,
        Violations.byType(facts, rule -> rule.startsWith("S")),
        SegmentCleaning.all(facts),
        Collecting.of(facts.points),
        lanes(facts, before));
  }

  private static List<ContractorCleaning> contractors(PeriodFacts facts, PeriodFacts before) {
    Map<String, List<PassResult>> now = byContractor(facts);
    facts.points.forEach(p -> now.computeIfAbsent(p.point().contractor(), k -> List.of()));
    Map<String, List<PassResult>> then = byContractor(before);
    return now.entrySet().stream()
        .map(
            e -> {
              CleaningFigures f = CleaningFigures.of(facts, e.getValue());
              CleaningFigures b =
                  CleaningFigures.of(before, then.getOrDefault(e.getKey(), List.of()));
              return new ContractorCleaning(
                  e.getKey(),
                  frequency(facts, f, b),
                  f,
                  WorkFigures.of(facts, vehicles(facts, e.getKey()), e.getValue()));
            })
        .toList();
  }

  private static List<Vehicle> vehicles(PeriodFacts facts, String contractor) {
    return facts.plan.vehicles().stream().filter(v -> v.company().equals(contractor)).toList();
  }

  private static Kpi frequency(PeriodFacts facts, CleaningFigures now, CleaningFigures before) {
    return new Kpi(
        now.frequency(),
        before.frequency(),
        now.unobserved().complement(),
        now.windows(),
        facts.least(Standard.MIN_ROAD_SHIFTS));
  }

  private static Map<String, List<PassResult>> byContractor(PeriodFacts facts) {
    return facts.passes.stream()
        .collect(Collectors.groupingBy(facts::contractor, TreeMap::new, Collectors.toList()));
  }

  private static Map<Exemption.Kind, Long> exemptWindows(List<Excused> excused) {
    Map<Exemption.Kind, Long> windows = new EnumMap<>(Exemption.Kind.class);
    excused.forEach(e -> windows.merge(e.kind(), e.windows(), Long::sum));
    return windows;
  }

  private static List<LaneCleaning> lanes(PeriodFacts facts, PeriodFacts before) {
    Map<String, List<PassResult>> now = lanesByContractor(facts);
    Map<String, List<PassResult>> then = lanesByContractor(before);
    return now.entrySet().stream()
        .map(
            e -> {
              CleaningFigures f = CleaningFigures.of(facts, e.getValue());
              CleaningFigures b =
                  CleaningFigures.of(before, then.getOrDefault(e.getKey(), List.of()));
              return new LaneCleaning(e.getKey(), frequency(facts, f, b), f);
            })
        .toList();
  }

  private static Map<String, List<PassResult>> lanesByContractor(PeriodFacts facts) {
    return facts.passes.stream()
        .filter(p -> CleaningFigures.isLane(facts, p.segmentId()))
        .collect(Collectors.groupingBy(facts::contractor, TreeMap::new, Collectors.toList()));
  }
}
