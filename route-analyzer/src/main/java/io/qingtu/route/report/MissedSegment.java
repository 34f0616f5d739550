package io.qingtu.route.report;

import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.RoadGrade;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.Side;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.sweep.PassResult.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One side of a segment that was missed (漏扫路段).
 *
 * @param missedWindows windows with the outcome MISSED
 * @param missedPasses passes that were required in these windows and not done
 */
public record MissedSegment(
    String segmentId,
    String road,
    RoadGrade grade,
    Side side,
    Operation op,
    long missedWindows,
    long missedPasses,
    String contractor) {

  private record Key(String segmentId, Side side, Operation op) {}

  /** By grade, the demonstration roads first, then by the passes missed. */
  static List<MissedSegment> all(PeriodFacts facts) {
    Map<Key, List<PassResult>> bySide =
        facts.passes.stream()
            .filter(p -> p.result() == Outcome.MISSED)
            .collect(
                Collectors.groupingBy(
                    p -> new Key(p.segmentId(), p.side(), p.op()),
                    () ->
                        new TreeMap<>(
                            Comparator.comparing(Key::segmentId)
                                .thenComparing(Key::side)
                                .thenComparing(Key::op)),
                    Collectors.toList()));
    return bySide.entrySet().stream()
        .map(e -> of(facts, e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparing(MissedSegment::grade)
                .thenComparing(Comparator.comparingLong(MissedSegment::missedPasses).reversed())
                .thenComparing(MissedSegment::road))
        .toList();
  }

  private static MissedSegment of(PeriodFacts facts, Key key, List<PassResult> passes) {
    return new MissedSegment(
        key.segmentId,
        CleaningFigures.road(facts, key.segmentId),
        facts.segment(key.segmentId).map(Segment::grade).orElse(RoadGrade.LANE),
        key.side,
        key.op,
        passes.size(),
        passes.stream().mapToLong(p -> Math.max(0, p.required() - p.done())).sum(),
        facts.contractor(passes.get(0)));
  }
}
