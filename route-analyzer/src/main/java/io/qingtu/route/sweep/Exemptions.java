package io.qingtu.route.sweep;

import io.qingtu.route.plan.Exemption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Windows that are excused: weather, closure or event cover enough of them. Stop orders are not for
 * cleaning vehicles.
 */
final class Exemptions {
  private final List<Exemption> exemptions;
  private final double share;

  Exemptions(Collection<Exemption> exemptions, double share) {
    this.share = share;
    this.exemptions = new ArrayList<>(exemptions);
    this.exemptions.removeIf(e -> e.kind() == Exemption.Kind.STOP_ORDER);
    this.exemptions.sort(Comparator.comparing(e -> e.period().from()));
  }

  /** Whether all exemptions together cover enough of the window. */
  boolean cover(Obligation due) {
    Instant start = due.window().start();
    Instant end = due.window().end();
    long covered = 0;
    Instant upTo = start;
    for (Exemption e : exemptions) {
      boolean meant =
          e.covers(due.segment().id())
              && (e.op().isEmpty() || e.op().get() == due.requirement().op());
      if (!meant || !e.period().to().isAfter(upTo) || !e.period().from().isBefore(end)) {
        continue;
      }
      Instant a = e.period().from().isAfter(upTo) ? e.period().from() : upTo;
      Instant b = e.period().to().isBefore(end) ? e.period().to() : end;
      covered += b.toEpochMilli() - a.toEpochMilli();
      upTo = b;
    }
    return covered >= share * (end.toEpochMilli() - start.toEpochMilli());
  }
}
