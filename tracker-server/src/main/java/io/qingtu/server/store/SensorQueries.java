package io.qingtu.server.store;

import io.qingtu.route.device.SensorFacts;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Misbehaviour;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what is on file of the sensors of one vehicle. */
public final class SensorQueries {
  private record LastReport(Instant time, Sensors sensors) {
    /** The moment of the report, where it says something of a sensor; else null. */
    Instant of(SensorKind sensor) {
      boolean known =
          switch (sensor) {
            case COVER -> sensors.cover() != Cover.UNKNOWN;
            case LIFT -> sensors.lift() != Lift.UNKNOWN;
            case LOAD -> sensors.load() != Load.UNKNOWN;
            case WEIGHT -> !Double.isNaN(sensors.weightT());
            case BRUSH -> sensors.brush() != Switch.UNKNOWN;
            case PUMP -> sensors.pump() != Switch.UNKNOWN;
          };
      return known ? time : null;
    }
  }

  /** First and last days; null where there is none. */
  private record Days(LocalDate lastObserved, LocalDate healthySince) {}

  private static final String VEHICLE =
      """
      select v.*, c.name company from vehicle v join company c on c.id = v.company_id
      where v.plate = ? and
      """;

  /**
   * The days after the last one on which it was not healthy. A day without a track says nothing.
   */
  private static final String DAYS =
      """
      select sensor, max(day) filter (where health in ('HEALTHY', 'BAD')) last_observed,
        min(day) filter (where health = 'HEALTHY' and day > unhealthy) healthy_since
      from (
        select h.key sensor, q.day, h.value health,
          max(case when h.value <> 'HEALTHY' then q.day else '-infinity' end)
            over (partition by h.key) unhealthy
        from quality_day q, jsonb_each_text(q.sensor_health) h
        where q.vehicle_id = ? and q.accepted > 0) d
      group by sensor
      """;

  /** The condition twice: an index holds the alerts of the rules about devices. */
  private static final String REPAIRED =
      """
      select reason, max(end_time) end_time from alert
      where vehicle_id = ? and rule = 'D08' and rule like 'D%' and status = 'ENDED'
      group by reason
      """;

  private final Database database;

  public SensorQueries(Database database) {
    this.database = database;
  }

  /** Of each that is fitted to a vehicle; none where the vehicle may not be seen. */
  public List<SensorFacts> of(String plate, Scope scope) {
    Optional<Map.Entry<Integer, Vehicle>> vehicle =
        new Query(VEHICLE, plate)
            .and(Scope.CONDITION, scope.arguments())
            .first(database, row -> Map.entry(row.getInt("id"), PlanRows.vehicle(row)));
    return vehicle.map(v -> facts(v.getKey(), v.getValue())).orElse(List.of());
  }

  private List<SensorFacts> facts(int id, Vehicle vehicle) {
    LastReport last = last(id);
    Map<SensorKind, Days> days = days(id);
    Map<SensorKind, Instant> repaired = repaired(id);
    return vehicle.sensors().stream()
        .sorted()
        .map(
            sensor -> {
              Days of = days.getOrDefault(sensor, new Days(null, null));
              return new SensorFacts(
                  sensor,
                  last.of(sensor),
                  of.lastObserved == null ? null : begin(of.lastObserved.plusDays(1)),
                  of.healthySince == null ? null : begin(of.healthySince),
                  repaired.get(sensor));
            })
        .toList();
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(DailyHours.CITY_ZONE).toInstant();
  }

  private LastReport last(int id) {
    return new Query("select time, sensors, weight_ckg from last_position where vehicle_id = ?", id)
        .first(
            database,
            row ->
                new LastReport(
                    Database.instant(row, "time"),
                    SensorBits.unpack(
                        row.getInt("sensors"),
                        PositionColumns.known(row.getInt("weight_ckg"), 100))))
        .orElse(new LastReport(null, Sensors.UNKNOWN));
  }

  private Map<SensorKind, Days> days(int id) {
    Map<SensorKind, Days> days = new EnumMap<>(SensorKind.class);
    new Query(DAYS, id)
        .list(database, row -> Map.entry(row.getString("sensor"), days(row)))
        // beside the sensors the days tell of the clock of the speed and of the datum
        .forEach(e -> kind(e.getKey()).ifPresent(k -> days.put(k, e.getValue())));
    return days;
  }

  private static Days days(ResultSet row) throws SQLException {
    return new Days(
        row.getObject("last_observed", LocalDate.class),
        row.getObject("healthy_since", LocalDate.class));
  }

  private static Optional<SensorKind> kind(String name) {
    return Arrays.stream(SensorKind.values())
        .filter(k -> k.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  private Map<SensorKind, Instant> repaired(int id) {
    Map<SensorKind, Instant> repaired = new EnumMap<>(SensorKind.class);
    new Query(REPAIRED, id)
        .list(
            database, row -> Map.entry(row.getString("reason"), Database.instant(row, "end_time")))
        .forEach(
            e ->
                Arrays.stream(Misbehaviour.values())
                    .filter(m -> m.reason().equals(e.getKey()))
                    .forEach(m -> note(repaired, m, e.getValue())));
    return repaired;
  }

  private static void note(Map<SensorKind, Instant> repaired, Misbehaviour m, Instant end) {
    for (SensorKind sensor : SensorKind.values()) {
      if (m.silences(sensor)) {
        repaired.merge(sensor, end, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
  }
}
