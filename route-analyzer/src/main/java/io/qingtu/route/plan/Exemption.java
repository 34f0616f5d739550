package io.qingtu.route.plan;

import java.util.Optional;
import java.util.Set;

/**
 * Work that need not be done, or a road that is closed.
 *
 * @param op the operation excused; empty means all
 * @param segmentIds the segments meant; empty means all
 */
public record Exemption(
    Kind kind, Optional<Operation> op, Set<String> segmentIds, Validity period, String approvedBy) {
  /** Why. */
  public enum Kind {
    WEATHER,
    CLOSURE,
    EVENT,
    STOP_ORDER
  }

  public Exemption {
    segmentIds = Set.copyOf(segmentIds);
  }

  public boolean covers(String segmentId) {
    return segmentIds.isEmpty() || segmentIds.contains(segmentId);
  }
}
