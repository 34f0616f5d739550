package io.qingtu.route.sweep;

import io.qingtu.route.plan.CleaningPlan.Window;
import io.qingtu.route.plan.Exemption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Windows that are excused: weather, closure or event cover enough of them. Stop orders are not for
 * cleaning vehicles.
 */
public final class Exemptions {
  private final List<Exemption> exemptions;
  private final double share;

  /**
   * @param share of a window that they must cover, 0–1
   */
  public Exemptions(Collection<Exemption> exemptions, double share) {
    this.share = share;
    this.exemptions = new ArrayList<>(exemptions);
    this.exemptions.removeIf(e -> e.kind() == Exemption.Kind.STOP_ORDER);
    this.exemptions.sort(Comparator.comparing(e -> e.period().from()));
  }

  /** Whether all exemptions together cover enough of the window. */
  boolean cover(Obligation due) {
    return cover(due.window(), e -> isMeant(e, due));
  }

  /** The same of the exemptions that are meant. */
  public boolean cover(Window window, Predicate<Exemption> meant) {
    Instant start = window.start();
    Instant end = window.end();
    long covered = 0;
    Instant upTo = start;
    for (Exemption e : exemptions) {
      if (!meant.test(e) || !e.period().to().isAfter(upTo) || !e.period().from().isBefore(end)) {
        continue;
      }
      Instant a = e.period().from().isAfter(upTo) ? e.period().from() : upTo;
      Instant b = e.period().to().isBefore(end) ? e.period().to() : end;
      covered += b.toEpochMilli() - a.toEpochMilli();
      upTo = b;
    }
    return covered >= share * (end.toEpochMilli() - start.toEpochMilli());
  }

  /** When work could begin: the window's start, or the end of what excuses its beginning. */
  Instant workableFrom(Obligation due) {
    Instant t = due.window().start();
    for (Exemption e : exemptions) {
      if (isMeant(e, due) && e.period().contains(t)) {
        t = e.period().to();
      }
    }
    return t;
  }

  private static boolean isMeant(Exemption e, Obligation due) {
    return e.covers(due.segment().id())
        && (e.op().isEmpty() || e.op().get() == due.requirement().op());
  }
}
