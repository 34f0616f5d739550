package io.qingtu.route.plan;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Work that need not be done, or a road that is closed.
 *
 * @param op the operation excused; empty means all
 * @param segmentIds the segments meant; empty means all
 * @param publishedAt when it was made known; null where unknown
 */
public record Exemption(
    Kind kind,
    Optional<Operation> op,
    Set<String> segmentIds,
    Validity period,
    String approvedBy,
    Instant publishedAt) {
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

  /** Nobody knows when it was made known. */
  public Exemption(
      Kind kind,
      Optional<Operation> op,
      Set<String> segmentIds,
      Validity period,
      String approvedBy) {
    this(kind, op, segmentIds, period, approvedBy, null);
  }

  public boolean covers(String segmentId) {
    return segmentIds.isEmpty() || segmentIds.contains(segmentId);
  }
}
