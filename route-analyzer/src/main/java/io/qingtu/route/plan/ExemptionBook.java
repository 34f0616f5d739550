package io.qingtu.route.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which exemptions are in force at a moment. */
public final class ExemptionBook {
  private final List<Exemption> all;

  public ExemptionBook(Collection<Exemption> exemptions) {
    all = new ArrayList<>(exemptions);
  }

  /**
   * Whether an exemption of this kind excuses an operation at a moment.
   *
   * @param segmentId where; null asks for those of the whole city alone
   */
  public boolean inForce(Exemption.Kind kind, Operation op, String segmentId, Instant t) {
    for (Exemption e : all) {
      boolean there = segmentId == null ? e.segmentIds().isEmpty() : e.covers(segmentId);
      if (e.kind() == kind
          && there
          && (e.op().isEmpty() || e.op().get() == op)
          && e.period().contains(t)) {
        return true;
      }
    }
    return false;
  }
}
