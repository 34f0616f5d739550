package io.qingtu.route.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.sweep.PassResult.Outcome;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Section 4: sanitation.
 *
 * @param worked vehicles that did valid work on a planned road ÷ vehicles of the contractors whose
 *     kind fits the plan
 * @param contractors by name
 * @param roads per road and operation, the worst first
 * @param missed missed segments, by grade of the road and number of passes missed
 * @param exemptWindows road-shifts excused, by reason
 * @param notOperatingMinutes 出工不出力时长: minutes of confirmed S05
 * @param violations S rules by type
 * @param collectionPoints points of the plan; their service is judged by a rule of its own
 */
public record Cleaning(
    long vehicles,
    Ratio worked,
    CleaningFigures figures,
    List<ContractorCleaning> contractors,
    List<RoadCleaning> roads,
    List<MissedSegment> missed,
    Map<Exemption.Kind, Long> exemptWindows,
    double notOperatingMinutes,
    List<Violations.Type> violations,
    long collectionPoints) {

  /** A contractor's (作业单位) row. */
  public record ContractorCleaning(String contractor, Kpi frequency, CleaningFigures figures) {}

  static Cleaning of(WeekFacts facts, WeekFacts before) {
    return new Cleaning(
        facts.sanitationVehicles().size(),
        worked(facts),
        CleaningFigures.of(facts, facts.passes),
        contractors(facts, before),
        RoadCleaning.all(facts),
        MissedSegment.all(facts),
        exemptWindows(facts),
        facts.confirmed().stream()
            .filter(a -> a.rule().equals("S05") && a.end() != null)
            .mapToDouble(Cleaning::minutes)
            .sum(),
        Violations.byType(facts, rule -> rule.startsWith("S")),
        facts.plan.collectionPoints().size());
  }

  private static double minutes(Alert a) {
    return Duration.between(a.start(), a.end()).toSeconds() / 60.0;
  }

  private static Ratio worked(WeekFacts facts) {
    Set<String> active = new HashSet<>();
    Map<String, Set<Operation>> planned = new TreeMap<>();
    for (PassResult p : facts.passes) {
      active.addAll(p.plates());
      planned.computeIfAbsent(facts.contractor(p), c -> new HashSet<>()).add(p.op());
    }
    List<Vehicle> due =
        facts.sanitationVehicles().stream()
            .filter(
                v -> planned.getOrDefault(v.company(), Set.of()).stream().anyMatch(o -> does(v, o)))
            .toList();
    return Ratio.of(due, v -> active.contains(v.plate()));
  }

  /** Whether a vehicle of this kind can do the operation. */
  private static boolean does(Vehicle v, Operation op) {
    return switch (v.kind()) {
      case SWEEPER -> op == Operation.SWEEP;
      case WASH_SWEEPER -> op == Operation.SWEEP || op == Operation.WASH;
      case SPRINKLER -> op == Operation.SPRINKLE;
      case FLUSHER -> op == Operation.FLUSH || op == Operation.SPRINKLE;
      case MUCK_TRUCK, COLLECTION_TRUCK, OTHER -> false;
    };
  }

  private static List<ContractorCleaning> contractors(WeekFacts facts, WeekFacts before) {
    Map<String, List<PassResult>> now = byContractor(facts);
    Map<String, List<PassResult>> then = byContractor(before);
    return now.entrySet().stream()
        .map(
            e -> {
              CleaningFigures f = CleaningFigures.of(facts, e.getValue());
              CleaningFigures b =
                  CleaningFigures.of(before, then.getOrDefault(e.getKey(), List.of()));
              return new ContractorCleaning(e.getKey(), frequency(f, b), f);
            })
        .toList();
  }

  static Kpi frequency(CleaningFigures now, CleaningFigures before) {
    return new Kpi(
        now.frequency(),
        before.frequency(),
        now.unobserved().complement(),
        now.windows(),
        Kpi.MINIMUM_ROAD_SHIFTS);
  }

  private static Map<String, List<PassResult>> byContractor(WeekFacts facts) {
    return facts.passes.stream()
        .collect(Collectors.groupingBy(facts::contractor, TreeMap::new, Collectors.toList()));
  }

  private static Map<Exemption.Kind, Long> exemptWindows(WeekFacts facts) {
    Map<Exemption.Kind, Long> windows = new EnumMap<>(Exemption.Kind.class);
    for (PassResult p : facts.passes) {
      if (p.result() == Outcome.EXEMPT) {
        facts.plan.exemptions().stream()
            .filter(e -> e.covers(p.segmentId()))
            .filter(e -> e.op().isEmpty() || e.op().get() == p.op())
            .filter(e -> e.period().from().isBefore(p.windowEnd()))
            .filter(e -> e.period().to().isAfter(p.windowStart()))
            .findFirst()
            .ifPresent(e -> windows.merge(e.kind(), 1L, Long::sum));
      }
    }
    return windows;
  }
}
