package io.qingtu.route.plan;

import io.qingtu.route.plan.CleaningPlan.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a cleaning vehicle is on duty: from a while before the first to a while after the last
 * window that it may serve on a day. A vehicle that no requirement concerns has no known hours and
 * counts as on duty.
 */
public final class Shift {
  private final List<Requirement> served;
  private final long marginMs;
  private final Map<LocalDate, Optional<Window>> hours = new HashMap<>();

  public Shift(List<Requirement> served, Parameters numbers) {
    this.served = List.copyOf(served);
    this.marginMs = numbers.millis(Parameter.SHIFT_MARGIN_S);
  }

  public boolean isOpen(Instant t) {
    if (served.isEmpty()) {
      return true;
    }
    LocalDate day = t.atZone(DailyHours.CITY_ZONE).toLocalDate();
    return isOpen(day.minusDays(1), t) || isOpen(day, t) || isOpen(day.plusDays(1), t);
  }

  private boolean isOpen(LocalDate day, Instant t) {
    return hours.computeIfAbsent(day, this::hours).filter(w -> w.contains(t)).isPresent();
  }

  private Optional<Window> hours(LocalDate day) {
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (Requirement r : served) {
      Optional<Window> w = CleaningPlan.window(r, day);
      if (w.isPresent()) {
        first = w.get().start().isBefore(first) ? w.get().start() : first;
        last = w.get().end().isAfter(last) ? w.get().end() : last;
      }
    }
    return first.isAfter(last)
        ? Optional.empty()
        : Optional.of(new Window(first.minusMillis(marginMs), last.plusMillis(marginMs)));
  }
}
