package io.qingtu.route.report;

import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.sweep.PassResult.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rates of the required passes of a group: the city, a contractor, a road. A road-shift is one side
 * of one segment in one window of the plan.
 *
 * @param windows road-shifts that were not exempt
 * @param frequency 频次达标率: Σ min(done, required) ÷ Σ required, each weighted by its length in km
 * @param unobserved share of the road-shifts of which nothing can be said
 * @param roads 道路达标率: roads of which every side met every frequency ÷ roads planned
 * @param coverage 覆盖率: km covered ÷ km, by side; of a side's windows the best counts
 * @param bothSides 双侧覆盖率: Σ min(coverage of both sides) × km ÷ Σ km of segments with two sides
 * @param lanes 背街小巷覆盖率: coverage of the back lanes
 * @param exempt 豁免占比: exempt windows ÷ all
 */
public record CleaningFigures(
    long windows,
    Ratio frequency,
    Ratio unobserved,
    Ratio roads,
    Ratio coverage,
    Ratio bothSides,
    Ratio lanes,
    Ratio exempt) {

  private record SegmentSide(String segmentId, Side side) {}

  static CleaningFigures of(PeriodFacts facts, List<PassResult> passes) {
    List<PassResult> counted = passes.stream().filter(p -> p.result() != Outcome.EXEMPT).toList();
    Map<String, List<PassResult>> byRoad =
        counted.stream().collect(Collectors.groupingBy(p -> road(facts, p.segmentId())));
    Map<SegmentSide, Double> covered = covered(counted);
    return new CleaningFigures(
        counted.size(),
        frequency(facts, counted),
        Ratio.of(counted, p -> p.result() == Outcome.UNOBSERVED),
        Ratio.of(byRoad.values(), all -> all.stream().allMatch(CleaningFigures::isMet)),
        coverage(facts, covered, false),
        bothSides(facts, covered),
        coverage(facts, covered, true),
        Ratio.of(passes, p -> p.result() == Outcome.EXEMPT));
  }

  /** Name of a segment's road; the segment's id where the plan does not know it. */
  static String road(PeriodFacts facts, String segmentId) {
    return facts.segment(segmentId).map(Segment::road).orElse(segmentId);
  }

  static Ratio frequency(PeriodFacts facts, List<PassResult> counted) {
    return Ratio.ofSums(
        counted,
        p -> facts.lengthKm(p.segmentId()) * Math.min(p.done(), p.required()),
        p -> facts.lengthKm(p.segmentId()) * p.required());
  }

  private static boolean isMet(PassResult p) {
    return p.done() >= p.required();
  }

  /** Best coverage of any window, a lower bound of what all of them cover together. */
  private static Map<SegmentSide, Double> covered(List<PassResult> counted) {
    return counted.stream()
        .collect(
            Collectors.toMap(
                p -> new SegmentSide(p.segmentId(), p.side()), PassResult::coverage, Math::max));
  }

  private static Ratio coverage(
      PeriodFacts facts, Map<SegmentSide, Double> covered, boolean lanesOnly) {
    List<Map.Entry<SegmentSide, Double>> sides =
        covered.entrySet().stream()
            .filter(e -> !lanesOnly || isLane(facts, e.getKey().segmentId))
            .sorted(
                Map.Entry.comparingByKey(
                    Comparator.comparing(SegmentSide::segmentId).thenComparing(SegmentSide::side)))
            .toList();
    return Ratio.ofSums(
        sides,
        e -> e.getValue() * facts.lengthKm(e.getKey().segmentId),
        e -> facts.lengthKm(e.getKey().segmentId));
  }

  static boolean isLane(PeriodFacts facts, String segmentId) {
    return facts.segment(segmentId).filter(s -> s.grade() == RoadGrade.LANE).isPresent();
  }

  private static Ratio bothSides(PeriodFacts facts, Map<SegmentSide, Double> covered) {
    List<String> two =
        covered.keySet().stream()
            .filter(s -> s.side == Side.FWD)
            .map(SegmentSide::segmentId)
            .filter(id -> covered.containsKey(new SegmentSide(id, Side.REV)))
            .sorted()
            .toList();
    return Ratio.ofSums(
        two,
        id ->
            facts.lengthKm(id)
                * Math.min(
                    covered.get(new SegmentSide(id, Side.FWD)),
                    covered.get(new SegmentSide(id, Side.REV))),
        facts::lengthKm);
  }
}
