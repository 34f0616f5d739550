package io.qingtu.route.plan;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The requirements by what they concern: a side of a segment, or the vehicles that may be asked to
 * serve it. A window belongs to the day on which it starts.
 */
public final class CleaningPlan {
  /** The hours of one day's requirement; half-open. */
  public record Window(Instant start, Instant end) {
    public boolean contains(Instant t) {
      return !t.isBefore(start) && t.isBefore(end);
    }
  }

  private static final Duration ONE_DAY = Duration.ofDays(1);
  private static final Duration ONE_WEEK = Duration.ofDays(7);

  private final Map<String, List<Requirement>> bySegment = new HashMap<>();
  private final Map<RoadGrade, List<Requirement>> byGrade = new EnumMap<>(RoadGrade.class);
  private final Map<String, List<Requirement>> byContractor = new HashMap<>();

  public CleaningPlan(Collection<Requirement> requirements) {
    List<Requirement> sorted = new ArrayList<>(requirements);
    sorted.sort(Comparator.comparing(Requirement::id).thenComparing(r -> r.validity().from()));
    for (Requirement r : sorted) {
      r.segmentId().ifPresent(id -> add(bySegment, id, r));
      r.grade().ifPresent(grade -> add(byGrade, grade, r));
      add(byContractor, r.contractor(), r);
    }
  }

  private static <K> void add(Map<K, List<Requirement>> map, K key, Requirement r) {
    map.computeIfAbsent(key, k -> new ArrayList<>()).add(r);
  }

  /** What is required of one side of a segment: its own lines, then those of its grade. */
  public List<Requirement> of(Segment segment, Side side) {
    List<Requirement> found = new ArrayList<>();
    if (segment.sides().contains(side)) {
      found.addAll(bySegment.getOrDefault(segment.id(), List.of()));
      found.addAll(byGrade.getOrDefault(segment.grade(), List.of()));
      found.removeIf(r -> !r.sides().contains(side));
    }
    return found;
  }

  /**
   * Whether this operation is asked for on the side of the segment around a moment, at whatever
   * hour: a window may begin before midnight and be worked on after it, a week days before.
   */
  public boolean asksFor(Operation op, Segment segment, Side side, Instant t) {
    return of(segment, side).stream()
        .anyMatch(
            r ->
                r.op() == op
                    && r.validity()
                        .meets(t.minus(r.per() == Per.WEEK ? ONE_WEEK : ONE_DAY), t.plus(ONE_DAY)));
  }

  /**
   * What a vehicle may be asked to serve: the requirements of its contractor, and those of none,
   * whose operation its kind can do. What is due in a week is asked for on no day of it.
   */
  public List<Requirement> servedBy(Vehicle vehicle) {
    List<Requirement> served =
        new ArrayList<>(byContractor.getOrDefault(vehicle.company(), List.of()));
    if (!vehicle.company().isEmpty()) {
      served.addAll(byContractor.getOrDefault("", List.of()));
    }
    served.removeIf(r -> !mayServe(vehicle, r));
    return served;
  }

  /** Whether it is one of those. */
  public static boolean mayServe(Vehicle vehicle, Requirement r) {
    return (r.contractor().isEmpty() || r.contractor().equals(vehicle.company()))
        && r.op().fits(vehicle.kind())
        && r.per() != Per.WEEK;
  }

  /**
   * The window that starts on a day; empty where the task does not name that weekday, or does not
   * hold when it starts.
   */
  public static Optional<Window> window(DailyTask r, LocalDate day) {
    return hours(r, day).filter(w -> r.validity().contains(w.start()));
  }

  private static Optional<Window> hours(DailyTask r, LocalDate day) {
    if (!r.days().contains(day.getDayOfWeek())) {
      return Optional.empty();
    }
    DailyHours hours = r.window();
    LocalDate last = hours.from().isBefore(hours.to()) ? day : day.plusDays(1);
    return Optional.of(
        new Window(
            day.atTime(hours.from()).atZone(DailyHours.CITY_ZONE).toInstant(),
            last.atTime(hours.to()).atZone(DailyHours.CITY_ZONE).toInstant()));
  }

  /**
   * The windows of the week that begins on a Monday as one, from the first to the last; empty where
   * the task names no weekday, or does not hold when the week begins.
   */
  static Optional<Window> week(DailyTask r, LocalDate monday) {
    Window whole = null;
    for (int i = 0; i < DayOfWeek.values().length; i++) {
      Window day = hours(r, monday.plusDays(i)).orElse(null);
      if (day != null) {
        whole = new Window(whole == null ? day.start() : whole.start(), day.end());
      }
    }
    Instant begin = monday.atStartOfDay(DailyHours.CITY_ZONE).toInstant();
    return Optional.ofNullable(whole).filter(w -> r.validity().contains(begin));
  }

  /** The window in which a requirement is due and which begins on a day; empty where none does. */
  public static Optional<Window> due(Requirement r, LocalDate day) {
    if (r.per() == Per.DAY) {
      return window(r, day);
    }
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    Instant midnight = day.atStartOfDay(DailyHours.CITY_ZONE).toInstant();
    Instant next = day.plusDays(1).atStartOfDay(DailyHours.CITY_ZONE).toInstant();
    return week(r, monday).filter(w -> !w.start().isBefore(midnight) && w.start().isBefore(next));
  }

  /** The window of a task that runs at a moment. */
  public static Optional<Window> running(DailyTask r, Instant t) {
    return inHours(r, t).filter(w -> r.validity().contains(w.start()));
  }

  /** The hours of a task in which a moment lies, whether or not it holds then. */
  public static Optional<Window> inHours(DailyTask r, Instant t) {
    LocalDate day = t.atZone(DailyHours.CITY_ZONE).toLocalDate();
    return hours(r, day)
        .filter(w -> w.contains(t))
        .or(() -> hours(r, day.minusDays(1)).filter(w -> w.contains(t)));
  }
}
