package io.qingtu.server.store;

import io.qingtu.route.sweep.VehicleDayWork;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Rows of {@code work_day}: a vehicle's duty and work by day. */
final class WorkDays {
  private static final String REPLACE =
      """
      insert into work_day (vehicle_id, day, duty_s, observed_duty_s, operating_s, operating_m,
          in_speed_m, effective_m, delays, online_duty_s)
        select id, ?, ?, ?, ?, ?, ?, ?, ?, ? from vehicle where plate = ?
      on conflict (vehicle_id, day) do update set duty_s = excluded.duty_s,
        observed_duty_s = excluded.observed_duty_s, operating_s = excluded.operating_s,
        operating_m = excluded.operating_m, in_speed_m = excluded.in_speed_m,
        effective_m = excluded.effective_m, delays = excluded.delays,
        online_duty_s = excluded.online_duty_s""";

  private WorkDays() {}

  static void replace(Connection connection, Collection<VehicleDayWork> days) throws SQLException {
    Database.updateAll(connection, REPLACE, days, WorkDays::values);
  }

  private static Object[] values(VehicleDayWork w) {
    return new Object[] {
      w.day(),
      w.dutySeconds(),
      w.observedDutySeconds(),
      w.operatingSeconds(),
      w.operatingMetres(),
      w.inSpeedMetres(),
      w.effectiveMetres(),
      w.delays().toArray(Long[]::new),
      Database.orNull(w.onlineDutySeconds()),
      w.plate()
    };
  }

  static List<VehicleDayWork> between(Database database, LocalDate first, LocalDate last) {
    return database.query(
        "select w.*, v.plate from work_day w join vehicle v on v.id = w.vehicle_id"
            + " where day between ? and ? order by v.plate, day",
        WorkDays::day,
        first,
        last);
  }

  private static VehicleDayWork day(ResultSet row) throws SQLException {
    return new VehicleDayWork(
        row.getString("plate"),
        row.getObject("day", LocalDate.class),
        row.getDouble("duty_s"),
        row.getDouble("observed_duty_s"),
        row.getDouble("operating_s"),
        row.getDouble("operating_m"),
        row.getDouble("in_speed_m"),
        row.getDouble("effective_m"),
        List.of((Long[]) row.getArray("delays").getArray()),
        Database.number(row, "online_duty_s"));
  }
}
