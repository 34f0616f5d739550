package io.qingtu.route.report;

import io.qingtu.route.plan.Exemption;
import io.qingtu.route.plan.Exemption.Kind;
import io.qingtu.route.sweep.PassResult;
import io.qingtu.route.sweep.PassResult.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * 豁免: road-shifts that one person has excused for one reason. Of several exemptions that touch a
 * road-shift the longest in it counts.
 *
 * @param approvedBy who answers for it
 * @param windows road-shifts
 */
public record Excused(Kind kind, String approvedBy, long windows) {
  private record Key(Kind kind, String approvedBy) {}

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::kind).thenComparing(Key::approvedBy);

  /** By reason, then by name. */
  static List<Excused> all(PeriodFacts facts) {
    Map<Key, Long> windows = new TreeMap<>(ORDER);
    for (PassResult p : facts.passes) {
      if (p.result() == Outcome.EXEMPT) {
        facts.plan.exemptions().stream()
            .filter(e -> excuses(e, p))
            .max(Comparator.comparing(e -> within(e, p)))
            .ifPresent(e -> windows.merge(new Key(e.kind(), e.approvedBy()), 1L, Long::sum));
      }
    }
    return windows.entrySet().stream()
        .map(e -> new Excused(e.getKey().kind, e.getKey().approvedBy, e.getValue()))
        .toList();
  }

  private static boolean excuses(Exemption e, PassResult p) {
    return e.kind() != Kind.STOP_ORDER
        && e.covers(p.segmentId())
        && (e.op().isEmpty() || e.op().get() == p.op())
        && e.period().from().isBefore(p.windowEnd())
        && e.period().to().isAfter(p.windowStart());
  }

  private static Duration within(Exemption e, PassResult p) {
    Instant from = e.period().from().isAfter(p.windowStart()) ? e.period().from() : p.windowStart();
    Instant to = e.period().to().isBefore(p.windowEnd()) ? e.period().to() : p.windowEnd();
    return Duration.between(from, to);
  }
}
