package io.qingtu.route.report;

import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.trip.Trip;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Section 3.9: loaded trips by the hour of their start and alarms by the hour of theirs, in the
 * city's time; both lists have 24 numbers.
 */
public record HourlyActivity(List<Long> trips, List<Long> alarms) {
  public HourlyActivity {
    trips = List.copyOf(trips);
    alarms = List.copyOf(alarms);
  }

  static HourlyActivity of(PeriodFacts facts) {
    List<Alert> haulage =
        facts.emitted().stream().filter(a -> HaulageFigures.isHaulageRule(a.rule())).toList();
    return new HourlyActivity(byHour(facts.trips, Trip::outTime), byHour(haulage, Alert::start));
  }

  private static <T> List<Long> byHour(List<T> all, Function<T, Instant> time) {
    long[] hours = new long[24];
    all.forEach(t -> hours[time.apply(t).atZone(DailyHours.CITY_ZONE).getHour()]++);
    return IntStream.range(0, 24).mapToObj(h -> hours[h]).toList();
  }
}
