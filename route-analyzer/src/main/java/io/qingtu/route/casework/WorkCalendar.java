package io.qingtu.route.casework;

import io.qingtu.route.plan.DailyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The bureau's working time. On a day off nothing counts; a moment outside of working time counts
 * as the next one within it.
 *
 * @param spans of a usual working day, in the order of time and apart from each other
 * @param days that are not as usual (from Monday to Friday the spans, on other days nothing), each
 *     with its own spans; none on a day off
 */
public record WorkCalendar(List<Span> spans, Map<LocalDate, List<Span>> days) {
  /** From an hour to a later one of the same day. */
  public record Span(LocalTime from, LocalTime to) {
    public Span {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("working time from " + from + " to " + to);
      }
    }

    /** As 08:30-12:00. */
    public String text() {
      return from + "-" + to;
    }

    /**
     * Spans as 08:30-12:00;13:30-17:30; none of an empty text.
     *
     * @throws IllegalArgumentException where it is anything else
     */
    public static List<Span> all(String text) {
      try {
        return text.isEmpty()
            ? List.of()
            : ordered(Arrays.stream(text.split(";", -1)).map(Span::one).toList());
      } catch (DateTimeParseException | ArrayIndexOutOfBoundsException e) {
        throw new IllegalArgumentException("\"" + text + "\" is not 08:30-12:00;13:30-17:30", e);
      }
    }

    private static Span one(String text) {
      String[] ends = text.split("-");
      return new Span(LocalTime.parse(ends[0].trim()), LocalTime.parse(ends[1].trim()));
    }

    private static List<Span> ordered(List<Span> spans) {
      for (int i = 1; i < spans.size(); i++) {
        if (spans.get(i).from.isBefore(spans.get(i - 1).to)) {
          throw new IllegalArgumentException("hours that overlap or are not in order");
        }
      }
      return spans;
    }

    private Duration length() {
      return Duration.between(from, to);
    }
  }

  /** 08:30–12:00 and 13:30–17:30 from Monday to Friday. */
  public static final WorkCalendar USUAL =
      new WorkCalendar(
          List.of(
              new Span(LocalTime.of(8, 30), LocalTime.of(12, 0)),
              new Span(LocalTime.of(13, 30), LocalTime.of(17, 30))),
          Map.of());

  /** No limit of days runs so long, whatever the holidays. */
  private static final Duration LONGEST = Duration.ofDays(90);

  public WorkCalendar {
    spans = List.copyOf(spans);
    days = Map.copyOf(days);
    if (spans.isEmpty()) {
      throw new IllegalArgumentException("a working day has no hours");
    }
  }

  /** When the bureau works on a day of the city's calendar; never on a day off. */
  public List<Span> on(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    return days.getOrDefault(day, weekend ? List.of() : spans);
  }

  /** When a limit ends that begins at a moment. */
  public Instant end(Instant begin, Limit limit) {
    return end(begin, limit, 1);
  }

  /**
   * When a share of a limit has passed.
   *
   * @param share 0.8 for four fifths
   */
  public Instant end(Instant begin, Limit limit, double share) {
    double amount = limit.amount() * share;
    return switch (limit.unit()) {
      case CLOCK_HOUR -> begin.plus(hours(amount));
      case WORKING_HOUR -> within(begin, hours(amount));
      case WORKING_DAY -> within(begin, hours(amount * dayHours()));
    };
  }

  /** The earliest moment from which a limit is not over at a moment; to the millisecond. */
  public Instant earliest(Limit limit, Instant at) {
    long over = at.minus(LONGEST).toEpochMilli();
    long running = at.toEpochMilli();
    while (over + 1 < running) {
      long middle = (over + running) / 2;
      if (end(Instant.ofEpochMilli(middle), limit).isBefore(at)) {
        over = middle;
      } else {
        running = middle;
      }
    }
    return Instant.ofEpochMilli(running);
  }

  private double dayHours() {
    return spans.stream().mapToLong(s -> s.length().toSeconds()).sum() / 3600.0;
  }

  private static Duration hours(double hours) {
    return Duration.ofMillis(Math.round(hours * 3_600_000));
  }

  private Instant within(Instant begin, Duration work) {
    Duration left = work;
    LocalDate day = LocalDate.ofInstant(begin, DailyHours.CITY_ZONE);
    while (true) {
      for (Span span : on(day)) {
        Instant from =
            later(begin, day.atTime(span.from()).atZone(DailyHours.CITY_ZONE).toInstant());
        Instant to = day.atTime(span.to()).atZone(DailyHours.CITY_ZONE).toInstant();
        Duration here = Duration.between(from, to);
        if (left.compareTo(here) <= 0) {
          return from.plus(left);
        }
        left = here.isNegative() ? left : left.minus(here);
      }
      day = day.plusDays(1);
    }
  }

  /** How much is worked between two moments; nothing where the second is not later. */
  public Duration between(Instant from, Instant to) {
    Duration sum = Duration.ZERO;
    LocalDate last = LocalDate.ofInstant(to, DailyHours.CITY_ZONE);
    for (LocalDate day = LocalDate.ofInstant(from, DailyHours.CITY_ZONE);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      for (Span span : on(day)) {
        Instant begin =
            later(from, day.atTime(span.from()).atZone(DailyHours.CITY_ZONE).toInstant());
        Instant end = day.atTime(span.to()).atZone(DailyHours.CITY_ZONE).toInstant();
        Duration here = Duration.between(begin, end.isAfter(to) ? to : end);
        sum = here.isNegative() ? sum : sum.plus(here);
      }
    }
    return sum;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
