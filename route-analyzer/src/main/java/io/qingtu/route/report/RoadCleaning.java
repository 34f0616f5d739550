package io.qingtu.route.report;

import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Side;
import io.qingtu.route.scoring.Standard;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.sweep.PassResult.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One road and operation (section 4.2).
 *
 * @param grade cleaning grade of its segments, the highest where they differ; empty where the plan
 *     does not know them
 * @param lengthKm length of its planned segments, each counted once
 * @param required passes required, over sides and windows, less the exempt ones
 * @param done passes done, not more than required in any window
 * @param frequency 频次达标率
 * @param forward coverage of the FWD side; NONE where the plan asks nothing of it
 * @param reverse coverage of the REV side
 * @param unobserved road-shifts of which nothing can be said
 * @param first first valid work of the period
 * @param last last valid work of the period
 */
public record RoadCleaning(
    String road,
    Optional<RoadGrade> grade,
    Operation op,
    double lengthKm,
    long required,
    long done,
    Kpi frequency,
    Ratio forward,
    Ratio reverse,
    long unobserved,
    Optional<Instant> first,
    Optional<Instant> last,
    String contractor) {

  private record Key(String road, Operation op) {}

  /** All roads that the plan names, the lowest frequency first, then by name. */
  static List<RoadCleaning> all(PeriodFacts facts) {
    Map<Key, List<PassResult>> byRoad =
        facts.passes.stream()
            .filter(p -> p.result() != Outcome.EXEMPT)
            .collect(
                Collectors.groupingBy(
                    p -> new Key(CleaningFigures.road(facts, p.segmentId()), p.op()),
                    () -> new TreeMap<>(Comparator.comparing(Key::road).thenComparing(Key::op)),
                    Collectors.toList()));
    return byRoad.entrySet().stream()
        .map(e -> of(facts, e.getKey(), e.getValue()))
        .sorted(Comparator.comparingDouble(r -> r.frequency.ratio().value()))
        .toList();
  }

  private static RoadCleaning of(PeriodFacts facts, Key key, List<PassResult> passes) {
    Ratio observed = Ratio.of(passes, p -> p.result() != Outcome.UNOBSERVED);
    return new RoadCleaning(
        key.road,
        passes.stream()
            .flatMap(p -> facts.segment(p.segmentId()).stream())
            .map(Segment::grade)
            .min(Comparator.naturalOrder()),
        key.op,
        passes.stream()
            .map(PassResult::segmentId)
            .distinct()
            .sorted()
            .mapToDouble(facts::lengthKm)
            .sum(),
        passes.stream().mapToLong(PassResult::required).sum(),
        passes.stream().mapToLong(p -> Math.min(p.done(), p.required())).sum(),
        new Kpi(
            CleaningFigures.frequency(facts, passes),
            Ratio.NONE,
            observed,
            passes.size(),
            facts.least(Standard.MIN_ROAD_SHIFTS)),
        coverage(facts, passes, Side.FWD),
        coverage(facts, passes, Side.REV),
        passes.stream().filter(p -> p.result() == Outcome.UNOBSERVED).count(),
        passes.stream().map(PassResult::first).filter(Objects::nonNull).min(Instant::compareTo),
        passes.stream().map(PassResult::last).filter(Objects::nonNull).max(Instant::compareTo),
        passes.stream()
            .map(facts::contractor)
            .distinct()
            .sorted()
            .collect(Collectors.joining("、")));
  }

  private static Ratio coverage(PeriodFacts facts, List<PassResult> passes, Side side) {
    return CleaningFigures.of(facts, passes.stream().filter(p -> p.side() == side).toList())
        .coverage();
  }
}
