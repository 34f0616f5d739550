package io.qingtu.route.track;

import io.qingtu.route.geo.Datum;
import io.qingtu.route.plan.CityDay;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps count of one vehicle's data by the city's calendar day. */
public final class QualityLog {
  private static final class Day {
    long received;
    long accepted;
    final SortedMap<String, Long> dropped = new TreeMap<>();
    long firstMillis = Long.MAX_VALUE;
    long lastMillis = Long.MIN_VALUE;
    long observedMillis;
    double metres;
    double continuousMetres;
    boolean speedsDiffer;
    final Map<SensorKind, String> health = new EnumMap<>(SensorKind.class);
  }

  private final Vehicle vehicle;
  private Datum datum = Datum.WGS84;
  private final SortedMap<LocalDate, Day> days = new TreeMap<>();
  private CityDay date;
  private Day today;

  /** What was last looked at, and on which day. */
  private Sensors noted;

  private Day notedOn;

  public QualityLog(Vehicle vehicle) {
    this.vehicle = vehicle;
  }

  public void received(Position p) {
    day(p.fixTime()).received++;
  }

  public void dropped(Position p, String reason) {
    day(p.fixTime()).dropped.merge(reason, 1L, Long::sum);
  }

  /** The terminal has shown that it reports in another datum (C12): a fault like a sensor's. */
  public void reportsIn(Datum shown) {
    datum = shown;
  }

  /** GNSS and recorder have told different speeds for long (C09): one of the two is wrong. */
  public void speedsDiffer(Instant t) {
    day(t).speedsDiffer = true;
  }

  /**
   * @param previous null at the first
   * @param gap whether a gap ends at the fix
   * @param sensors what is believed of the sensors
   */
  public void accepted(
      CleanFix fix, CleanFix previous, boolean gap, Sensors sensors, SensorHealth health) {
    Day d = day(fix.time());
    long t = fix.millis();
    d.accepted++;
    if (previous != null && d.lastMillis != Long.MIN_VALUE) {
      double metres = fix.distanceTo(previous);
      d.metres += metres;
      if (!gap) {
        d.continuousMetres += metres;
        d.observedMillis += t - d.lastMillis;
      }
    }
    d.firstMillis = Math.min(d.firstMillis, t);
    d.lastMillis = t;
    if (sensors == noted && d == notedOn && health.allGood()) {
      return;
    }
    noted = sensors;
    notedOn = d;
    note(d, SensorKind.COVER, sensors.cover() != Cover.UNKNOWN, health);
    note(d, SensorKind.LIFT, sensors.lift() != Lift.UNKNOWN, health);
    note(d, SensorKind.LOAD, sensors.load() != Load.UNKNOWN, health);
    note(d, SensorKind.WEIGHT, !Double.isNaN(sensors.weightT()), health);
    note(d, SensorKind.BRUSH, sensors.brush() != Switch.UNKNOWN, health);
    note(d, SensorKind.PUMP, sensors.pump() != Switch.UNKNOWN, health);
  }

  /** One entry a day, in order. */
  public List<VehicleDayQuality> days() {
    List<VehicleDayQuality> all = new ArrayList<>();
    days.forEach((date, d) -> all.add(quality(date, d)));
    return all;
  }

  private VehicleDayQuality quality(LocalDate date, Day d) {
    SortedMap<String, String> health = new TreeMap<>();
    Set<SensorKind> fitted = EnumSet.noneOf(SensorKind.class);
    fitted.addAll(vehicle.sensors());
    fitted.forEach(
        s -> health.put(s.name().toLowerCase(Locale.ROOT), d.health.getOrDefault(s, "UNKNOWN")));
    if (d.speedsDiffer) {
      health.put("speed", "MISMATCH");
    }
    if (datum != Datum.WGS84) {
      health.put("datum", datum.title());
    }
    long span = d.lastMillis - d.firstMillis;
    double observed = d.accepted == 0 ? 0 : span <= 0 ? 1 : (double) d.observedMillis / span;
    return new VehicleDayQuality(
        vehicle.plate(),
        date,
        d.received,
        d.accepted,
        new TreeMap<>(d.dropped),
        observed,
        health,
        d.metres / 1000,
        d.continuousMetres / 1000);
  }

  private static void note(Day d, SensorKind sensor, boolean known, SensorHealth health) {
    if (health.findFault(sensor) != null) {
      d.health.put(sensor, "BAD");
    } else if (known) {
      d.health.putIfAbsent(sensor, "HEALTHY");
    }
  }

  private Day day(Instant t) {
    long millis = t.toEpochMilli();
    if (date == null || !date.contains(millis)) {
      date = CityDay.of(millis);
      today = days.computeIfAbsent(date.date(), k -> new Day());
    }
    return today;
  }
}
