package io.qingtu.route.report;

import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.sweep.PassResult.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One segment with everything that was required of it (appendix C).
 *
 * @param grade empty where the plan does not know the segment
 * @param windows road-shifts that were not exempt
 * @param unobserved of these, how many nothing can be said of
 * @param required passes required, over sides, operations and windows
 * @param done passes done, not more than required in any window
 * @param coverage of its sides, the best window of each
 */
public record SegmentCleaning(
    String segmentId,
    String road,
    Optional<RoadGrade> grade,
    double lengthKm,
    long windows,
    long unobserved,
    long required,
    long done,
    Ratio coverage,
    String contractor) {

  /** By their ids. */
  static List<SegmentCleaning> all(PeriodFacts facts) {
    Map<String, List<PassResult>> bySegment =
        facts.passes.stream()
            .filter(p -> p.result() != Outcome.EXEMPT)
            .collect(
                Collectors.groupingBy(PassResult::segmentId, TreeMap::new, Collectors.toList()));
    return bySegment.entrySet().stream().map(e -> of(facts, e.getKey(), e.getValue())).toList();
  }

  private static SegmentCleaning of(PeriodFacts facts, String id, List<PassResult> passes) {
    return new SegmentCleaning(
        id,
        CleaningFigures.road(facts, id),
        facts.segment(id).map(Segment::grade),
        facts.lengthKm(id),
        passes.size(),
        passes.stream().filter(p -> p.result() == Outcome.UNOBSERVED).count(),
        passes.stream().mapToLong(PassResult::required).sum(),
        passes.stream().mapToLong(p -> Math.min(p.done(), p.required())).sum(),
        CleaningFigures.of(facts, passes).coverage(),
        facts.contractor(passes.get(0)));
  }

  /** Passes done ÷ required. */
  public Ratio frequency() {
    return new Ratio(done, required);
  }

  /** Whether nothing can be said of most of its road-shifts. */
  public boolean isUnobserved() {
    return unobserved * 2 > windows;
  }
}
