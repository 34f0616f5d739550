package io.qingtu.route.scoring;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * By which numbers a week is judged (统计与评分标准).
 *
 * @param values by {@link Standard#key()}; what is not there is as usual
 */
public record Standards(SortedMap<String, Double> values) {
  /** Where nothing else is set. */
  public static final Standards USUAL = of(Map.of());

  /**
   * A number that a city has set.
   *
   * @param name as {@link Standard#key()}
   * @param from first day of the weeks that are judged by it
   */
  public record Entry(String name, LocalDate from, double value) {}

  public Standards {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /**
   * The usual ones but for some.
   *
   * @throws IllegalArgumentException where one is not known or cannot be, or they contradict each
   *     other
   */
  public static Standards of(Map<String, Double> set) {
    SortedMap<String, Double> values = new TreeMap<>();
    for (Standard s : Standard.values()) {
      values.put(s.key(), s.usual());
    }
    set.forEach(
        (key, value) -> {
          Standard.of(key)
              .orElseThrow(() -> new IllegalArgumentException("\"" + key + "\" is no standard"))
              .check(value);
          values.put(key, value);
        });
    Standards all = new Standards(values);
    all.check();
    return all;
  }

  /**
   * What of some numbers holds on a day: of each name the newest.
   *
   * @throws IllegalArgumentException as {@link #of}
   */
  public static Standards inForce(Collection<Entry> entries, LocalDate day) {
    Map<String, Entry> newest = new TreeMap<>();
    for (Entry e : entries) {
      if (!e.from.isAfter(day)) {
        newest.merge(e.name, e, (a, b) -> b.from.isBefore(a.from) ? a : b);
      }
    }
    Map<String, Double> set = new TreeMap<>();
    newest.forEach((name, e) -> set.put(name, e.value));
    return of(set);
  }

  private void check() {
    levels();
    if (get(Standard.OBSERVED_PUBLISHED) > get(Standard.OBSERVED_RANKED)) {
      throw new IllegalArgumentException(
          "observed.published is more than observed.ranked: a report would need more than a rank");
    }
    if (get(Standard.BLACK_INDEX) > get(Standard.RED_INDEX)) {
      throw new IllegalArgumentException(
          "list.black_index is more than list.red_index: one could be on both lists");
    }
    double weights =
        get(Standard.CLEANING_FREQUENCY)
            + get(Standard.CLEANING_BOTH_SIDES)
            + get(Standard.CLEANING_SPEED)
            + get(Standard.CLEANING_ON_TIME)
            + get(Standard.CLEANING_COLLECTION);
    if (Math.abs(weights - 100) > 1e-9) {
      throw new IllegalArgumentException(
          "cleaning.frequency, both_sides, speed, on_time and collection are "
              + weights
              + " together and not 100");
    }
  }

  public double get(Standard s) {
    return values.getOrDefault(s.key(), s.usual());
  }

  /**
   * What a violation counts for in 每百趟违规数.
   *
   * @param severity 1 to 4
   */
  public double weight(int severity) {
    return switch (severity) {
      case 1 -> get(Standard.WEIGHT_NOTE);
      case 2 -> get(Standard.WEIGHT_MINOR);
      case 3 -> get(Standard.WEIGHT_SERIOUS);
      case 4 -> get(Standard.WEIGHT_CRITICAL);
      default -> throw new IllegalArgumentException("severity " + severity + " is not 1 to 4");
    };
  }

  /** What points lead to. */
  public Levels levels() {
    return new Levels(
        (int) get(Standard.LEVEL_GOOD),
        (int) get(Standard.LEVEL_FAIR),
        (int) get(Standard.LEVEL_POOR),
        (int) get(Standard.VEHICLE_CAP));
  }

  /** Eight hex digits that change with any number, and with any line of the table of points. */
  public String fingerprint(PointTable points) {
    long h = 0xcbf29ce484222325L;
    for (char c : (values + points.entries().toString()).toCharArray()) {
      h = (h ^ c) * 0x100000001b3L;
    }
    return String.format("%08x", (int) (h ^ h >>> 32));
  }
}
