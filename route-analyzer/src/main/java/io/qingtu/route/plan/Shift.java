package io.qingtu.route.plan;

import io.qingtu.route.plan.CleaningPlan.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a vehicle is on duty: from a while before the first to a while after the last window that it
 * may serve on a day. A vehicle that no task concerns then has no known hours and counts as on
 * duty.
 */
public final class Shift {
  private final List<DailyTask> served;
  private final long marginMs;
  private final Map<LocalDate, Optional<Window>> hours = new HashMap<>();
  private Optional<LocalDate> answer = Optional.empty();
  private boolean unknown = true;
  private long answerFrom = Long.MAX_VALUE;
  private long answerTo = Long.MIN_VALUE;

  public Shift(List<? extends DailyTask> served, Parameters numbers) {
    this.served = ofDistinctHours(served);
    this.marginMs = numbers.millis(Parameter.SHIFT_MARGIN_S);
  }

  /**
   * One of those that have the same hours on the same days for the same time: thousands of roads
   * have few.
   */
  static List<DailyTask> ofDistinctHours(List<? extends DailyTask> tasks) {
    Map<List<Object>, DailyTask> byHours = new LinkedHashMap<>();
    tasks.forEach(t -> byHours.putIfAbsent(List.of(t.days(), t.window(), t.validity()), t));
    return List.copyOf(byHours.values());
  }

  public boolean isOpen(Instant t) {
    return dayOf(t).isPresent() || unknown;
  }

  /** The day of the shift that is open; empty where none is, or no hours are known. */
  public Optional<LocalDate> dayOf(Instant t) {
    long millis = t.toEpochMilli();
    if (millis < answerFrom || millis >= answerTo) {
      answer = find(t);
      unknown = answer.isEmpty() && served.stream().noneMatch(r -> isAround(r.validity(), t));
      answerFrom = millis;
      answerTo = nextChange(t).toEpochMilli();
    }
    return answer;
  }

  /** Until when an answer holds: to the next border of a shift or of a day. */
  private Instant nextChange(Instant t) {
    LocalDate day = t.atZone(DailyHours.CITY_ZONE).toLocalDate();
    Instant next = day.plusDays(1).atStartOfDay(DailyHours.CITY_ZONE).toInstant();
    for (int i = -1; i <= 1; i++) {
      Optional<Window> w = hours.computeIfAbsent(day.plusDays(i), this::hours);
      if (w.isPresent()) {
        next = earlier(next, w.get().start(), t);
        next = earlier(next, w.get().end(), t);
      }
    }
    return next;
  }

  /** Whether what holds for a time holds on the day of a moment, or on the one before or after. */
  private static boolean isAround(Validity v, Instant t) {
    LocalDate day = t.atZone(DailyHours.CITY_ZONE).toLocalDate();
    return v.meets(
        day.minusDays(1).atStartOfDay(DailyHours.CITY_ZONE).toInstant(),
        day.plusDays(2).atStartOfDay(DailyHours.CITY_ZONE).toInstant());
  }

  private static Instant earlier(Instant next, Instant border, Instant t) {
    return border.isAfter(t) && border.isBefore(next) ? border : next;
  }

  private Optional<LocalDate> find(Instant t) {
    LocalDate day = t.atZone(DailyHours.CITY_ZONE).toLocalDate();
    if (contains(day, t)) {
      return Optional.of(day);
    }
    // a shift may begin before midnight and end after the next one
    return contains(day.minusDays(1), t)
        ? Optional.of(day.minusDays(1))
        : Optional.of(day.plusDays(1)).filter(next -> contains(next, t));
  }

  private boolean contains(LocalDate day, Instant t) {
    return hours.computeIfAbsent(day, this::hours).filter(w -> w.contains(t)).isPresent();
  }

  /** From the first window of a day to the end of the last, without the margin; empty if none. */
  public Optional<Window> windows(LocalDate day) {
    return hours(day)
        .map(w -> new Window(w.start().plusMillis(marginMs), w.end().minusMillis(marginMs)));
  }

  private Optional<Window> hours(LocalDate day) {
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (DailyTask r : served) {
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
