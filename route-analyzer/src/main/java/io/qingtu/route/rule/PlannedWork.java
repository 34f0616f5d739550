package io.qingtu.route.rule;

import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.sweep.WorkSensor;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** What alerts about planned work say of the road and of those who should do it. */
final class PlannedWork {
  private final RuleSet rules;
  private final Map<String, Boolean> inferring = new HashMap<>();

  PlannedWork(RuleSet rules) {
    this.rules = rules;
  }

  /** Whether a planned vehicle has no work sensor: its work is only inferred, and so its lack. */
  boolean isInferred(Operation op, String contractor) {
    return inferring.computeIfAbsent(op + "|" + contractor, k -> infers(op, contractor));
  }

  private boolean infers(Operation op, String contractor) {
    return rules.plan().vehicles().stream()
        .filter(v -> op.fits(v.kind()))
        .filter(v -> contractor.isEmpty() || contractor.equals(v.company()))
        .anyMatch(v -> WorkSensor.fittedTo(v).isEmpty());
  }

  /** Middle of a segment, degrees. */
  Coordinate middle(String segmentId) {
    Segment segment = rules.roads().get(segmentId).segment();
    LengthIndexedLine line = new LengthIndexedLine(segment.line());
    return line.extractPoint(line.getEndIndex() / 2);
  }
}
