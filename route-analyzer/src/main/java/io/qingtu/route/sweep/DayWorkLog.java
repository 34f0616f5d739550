package io.qingtu.route.sweep;

import io.qingtu.route.plan.CityDay;
import io.qingtu.route.sweep.WorkRecord.Run;
import io.qingtu.route.sweep.WorkRecord.Stretch;
import io.qingtu.route.track.CleanFix;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Adds up one vehicle's duty and work by the city's calendar day. */
final class DayWorkLog {
  private static final int[] BOUNDS =
      VehicleDayWork.DELAY_BOUNDS_S.stream().mapToInt(Integer::intValue).toArray();

  private static final class Day {
    long dutyMillis;
    long observedMillis;
    long onlineMillis;
    double operatingSeconds;
    double operatingMetres;
    double inSpeedMetres;
    final long[] delays = new long[BOUNDS.length + 1];
  }

  private final String plate;
  private final SortedMap<LocalDate, Day> days = new TreeMap<>();
  private CityDay date;
  private Day today;

  DayWorkLog(String plate) {
    this.plate = plate;
  }

  /**
   * Counts the time from the previous fix if it was duty, and the delay of this one.
   *
   * @param previous null at the first
   */
  void duty(CleanFix fix, CleanFix previous) {
    long t = fix.millis();
    Day d = day(t);
    if (!fix.position().backfill()) {
      d.delays[classOf(fix.position().receivedTime().toEpochMilli() - t)]++;
    }
    if (previous != null && previous.position().accOn()) {
      long millis = t - Math.max(date.begin(), previous.millis());
      d.dutyMillis += millis;
      d.observedMillis += fix.afterGap() ? 0 : millis;
      d.onlineMillis += fix.afterGap() || fix.position().backfill() ? 0 : millis;
    }
  }

  void operated(Instant end, double seconds, double metres, boolean inSpeed) {
    Day d = day(end.toEpochMilli());
    d.operatingSeconds += seconds;
    d.operatingMetres += metres;
    d.inSpeedMetres += inSpeed ? metres : 0;
  }

  /**
   * One entry a day, in order.
   *
   * @param planned whether a run's operation is asked for where it was
   */
  List<VehicleDayWork> days(WorkRecord record, Predicate<Run> planned) {
    Map<LocalDate, Double> effective = effective(record, planned);
    List<VehicleDayWork> all = new ArrayList<>();
    days.forEach(
        (date, d) ->
            all.add(
                new VehicleDayWork(
                    plate,
                    date,
                    d.dutyMillis / 1000.0,
                    d.observedMillis / 1000.0,
                    d.operatingSeconds,
                    d.operatingMetres,
                    d.inSpeedMetres,
                    effective.getOrDefault(date, 0.0),
                    Arrays.stream(d.delays).boxed().toList(),
                    d.onlineMillis / 1000.0)));
    return all;
  }

  private static Map<LocalDate, Double> effective(WorkRecord record, Predicate<Run> planned) {
    Map<LocalDate, Double> metres = new HashMap<>();
    CityDay date = CityDay.of(0);
    for (Run run : record.runs()) {
      if (planned.test(run)) {
        for (Stretch s : run.stretches()) {
          if (s.valid()) {
            long end = s.end().toEpochMilli();
            date = date.contains(end) ? date : CityDay.of(end);
            metres.merge(date.date(), s.toMetres() - s.fromMetres(), Double::sum);
          }
        }
      }
    }
    return metres;
  }

  private static int classOf(long millis) {
    int i = 0;
    while (i < BOUNDS.length && millis > BOUNDS[i] * 1000L) {
      i++;
    }
    return i;
  }

  private Day day(long millis) {
    if (date == null || !date.contains(millis)) {
      date = CityDay.of(millis);
      today = days.computeIfAbsent(date.date(), k -> new Day());
    }
    return today;
  }
}
