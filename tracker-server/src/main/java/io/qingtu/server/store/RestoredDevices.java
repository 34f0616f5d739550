package io.qingtu.server.store;

import io.qingtu.route.device.DeviceHealth;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Devices that somebody has reported as faulty, where no rule had raised an alert, and that are in
 * order since. That no rule holds says little of a fault that none had seen: each sensor must have
 * been found healthy on a day after the report, too. A case that an alert is part of goes by that.
 */
final class RestoredDevices {
  /**
   * A case that stands open.
   *
   * @param found when it was reported last
   */
  record Faulty(long id, int version, int vehicleId, Instant found) {}

  private static final String OPEN =
      """
      select c.id, c.version, c.vehicle_id, max(s.found_at) found
      from case_file c join case_source s on s.case_id = c.id
      where c.type = 'DEVICE' and c.vehicle_id is not null
        and c.stage in ('FILED', 'DISPATCHED', 'HANDLING', 'FEEDBACK', 'VERIFYING', 'ON_LEDGER')
      group by c.id having bool_and(s.source <> 'alert') and max(s.found_at) <= ? order by c.id\
      """;

  /** The newest day that began after the report, where every sensor that is fitted was healthy. */
  private static final String HEALTHY =
      """
      select 1 from (
        select sensor_health from quality_day where vehicle_id = ? and day > ? order by day desc limit 1) newest
      where not exists (select from jsonb_each_text(newest.sensor_health) sensor where sensor.value <> 'HEALTHY')\
      """;

  private final Database database;
  private final DeviceQueries devices;

  RestoredDevices(Database database) {
    this.database = database;
    this.devices = new DeviceQueries(database);
  }

  /** The cases whose device has been in order for {@link CaseFacts#IN_ORDER} by now. */
  List<Faulty> cases(Parameters parameters, Instant now) {
    DeviceHealth health = new DeviceHealth(parameters, now);
    return database.query(OPEN, RestoredDevices::faulty, now.minus(CaseFacts.IN_ORDER)).stream()
        .filter(c -> isHealthy(c) && isInOrder(c, health, now))
        .toList();
  }

  private static Faulty faulty(ResultSet row) throws SQLException {
    return new Faulty(
        row.getLong("id"),
        row.getInt("version"),
        row.getInt("vehicle_id"),
        Database.instant(row, "found"));
  }

  private boolean isHealthy(Faulty c) {
    LocalDate day = c.found().atZone(DailyHours.CITY_ZONE).toLocalDate();
    return !database.query(HEALTHY, row -> true, c.vehicleId(), day).isEmpty();
  }

  private boolean isInOrder(Faulty c, DeviceHealth health, Instant now) {
    return devices
        .find(c.vehicleId(), now)
        .map(DeviceQueries.DeviceRow::facts)
        .filter(f -> f.heard() != null && f.heard().isAfter(now.minus(CaseFacts.HEARD_WITHIN)))
        .filter(f -> health.isInOrder(f, CaseFacts.IN_ORDER))
        .isPresent();
  }
}
