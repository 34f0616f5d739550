package io.qingtu.route.report;

import io.qingtu.route.plan.DailyHours;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Numbers by day of the week and hour of the city's clock.
 *
 * @param days Monday to Sunday, of each the hours 0 to 23
 */
public record WeekGrid(List<List<Long>> days) {
  private static final int DAYS = 7;
  private static final int HOURS = 24;

  public WeekGrid {
    days = days.stream().map(List::copyOf).toList();
  }

  static <T> WeekGrid of(Collection<T> all, Function<T, Instant> time) {
    long[][] grid = new long[DAYS][HOURS];
    for (T one : all) {
      ZonedDateTime at = time.apply(one).atZone(DailyHours.CITY_ZONE);
      grid[at.getDayOfWeek().getValue() - 1][at.getHour()]++;
    }
    return new WeekGrid(
        IntStream.range(0, DAYS).mapToObj(d -> Arrays.stream(grid[d]).boxed().toList()).toList());
  }

  /** The largest number. */
  public long most() {
    return days.stream().flatMap(List::stream).mapToLong(Long::longValue).max().orElse(0);
  }
}
