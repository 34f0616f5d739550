package io.qingtu.server.store;

import io.qingtu.route.acceptance.Retest;
import io.qingtu.route.device.DeviceAlert;
import io.qingtu.route.device.DeviceFacts;
import io.qingtu.route.device.DeviceHealth;
import io.qingtu.route.device.RecorderVin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is known of the devices of all vehicles that may be seen. */
public final class DeviceQueries {
  /**
   * A vehicle and its device.
   *
   * @param phone of its terminal; empty where none is entered
   * @param lon degrees, WGS-84, where it was seen last; NaN where it never was
   * @param lat degrees, WGS-84
   */
  public record DeviceRow(DeviceFacts facts, String kind, String phone, double lon, double lat) {}

  /**
   * A source of an open case about a device.
   *
   * @param alertId that it is; 0 where it is none
   */
  public record DeviceCase(long id, int vehicleId, long alertId) {}

  private static final String ALERTS =
      """
      select a.id, a.vehicle_id, a.rule, a.reason, a.start_time, a.status,
        case when a.status <> 'OPEN' then a.end_time end ended_at
      from alert a join vehicle v on v.id = a.vehicle_id
        left join lateral (
          select decision from review where alert_id = a.id order by at desc, id desc limit 1) r on true
      where a.rule like 'D%' and r.decision is distinct from 'REJECTED'
        and (a.status = 'OPEN' or a.status = 'ENDED' and a.end_time > ?) and
      """;

  private static final String VEHICLES =
      """
      select v.id, v.plate, v.kind, c.name company, t.phone, greatest(l.received, x.last_seen) heard,
        l.lon_e6, l.lat_e6, o.to_time laid_up, i.at accepted, d.start_time doubt,
        v.vin, r.vin recorder_vin, r.told_at recorder_at
      from vehicle v join company c on c.id = v.company_id
        left join lateral (
          select phone from terminal where vehicle_id = v.id and enabled order by id desc limit 1) t on true
        left join terminal_traits x on x.phone = t.phone
        left join recorder_vin r on r.vehicle_id = v.id and r.phone = t.phone
        left join last_position l on l.vehicle_id = v.id
        left join lateral (
          select max(f.to_time) to_time from (
            select from_time, to_time from vehicle_order where plate = v.plate and kind = 'LAID_UP'
            union all select from_time, until_time from lay_up where vehicle_id = v.id) f
          where f.from_time <= ? and f.to_time > ?) o on true
        left join lateral (
          select max(s.at) at from installation n join installation_step s on s.installation_id = n.id
          where n.vehicle_id = v.id and s.move = 'ACCEPT') i on true
        left join lateral (
          select min(a.start_time) start_time from alert a
          where a.vehicle_id = v.id and a.rule = any(?) and a.status in ('OPEN', 'ENDED')
            and a.start_time > i.at and not exists (
              select from review r where r.alert_id = a.id and r.decision = 'REJECTED' and not exists (
                select from review n where n.alert_id = a.id and (n.at, n.id) > (r.at, r.id)))) d on i.at is not null
      where\s""";

  private static final String CASES =
      """
      select c.id, c.vehicle_id, case when s.source = 'alert' then s.source_id else '0' end alert
      from case_file c join case_source s on s.case_id = c.id join vehicle v on v.id = c.vehicle_id
      where c.type = 'DEVICE' and c.stage not in ('CLOSED', 'EVALUATED', 'NOT_FILED', 'TRANSFERRED') and
      """;

  private static final String[] RETESTED = Retest.RULES.toArray(String[]::new);

  private final Database database;

  public DeviceQueries(Database database) {
    this.database = database;
  }

  /** All that may be seen, by plate. */
  public List<DeviceRow> devices(Instant now, Scope scope) {
    Map<Integer, List<DeviceAlert>> alerts = alerts(now, Scope.CONDITION, scope.arguments());
    return new Query(VEHICLES, now, now, RETESTED)
        .and(Scope.CONDITION, scope.arguments())
        .and("order by v.plate")
        .list(database, row -> device(row, alerts));
  }

  /** One vehicle, if it may be seen. */
  public Optional<DeviceRow> find(String plate, Instant now, Scope scope) {
    Map<Integer, List<DeviceAlert>> alerts = alerts(now, "v.plate = ?", plate);
    return new Query(VEHICLES, now, now, RETESTED)
        .and(Scope.CONDITION, scope.arguments())
        .and("and v.plate = ?", plate)
        .first(database, row -> device(row, alerts));
  }

  /** One vehicle, of the whole city. */
  Optional<DeviceRow> find(int vehicleId, Instant now) {
    Map<Integer, List<DeviceAlert>> alerts = alerts(now, "v.id = ?", vehicleId);
    return new Query(VEHICLES, now, now, RETESTED)
        .and("v.id = ?", vehicleId)
        .first(database, row -> device(row, alerts));
  }

  /**
   * @param which condition on {@code v}, the vehicle
   */
  private Map<Integer, List<DeviceAlert>> alerts(Instant now, String which, Object... arguments) {
    Map<Integer, List<DeviceAlert>> byVehicle = new HashMap<>();
    new Query(ALERTS, now.minus(DeviceHealth.RECENT))
        .and(which, arguments)
        .list(
            database,
            row ->
                byVehicle
                    .computeIfAbsent(row.getInt("vehicle_id"), k -> new ArrayList<>())
                    .add(
                        new DeviceAlert(
                            row.getLong("id"),
                            row.getString("rule"),
                            row.getString("reason"),
                            Database.instant(row, "start_time"),
                            Database.instant(row, "ended_at"))));
    return byVehicle;
  }

  private static DeviceRow device(ResultSet row, Map<Integer, List<DeviceAlert>> alerts)
      throws SQLException {
    int id = row.getInt("id");
    String phone = row.getString("phone");
    DeviceFacts facts =
        new DeviceFacts(
            id,
            row.getString("plate"),
            row.getString("company"),
            phone != null,
            Database.instant(row, "heard"),
            Database.instant(row, "laid_up"),
            retest(row),
            recorder(row),
            alerts.getOrDefault(id, List.of()));
    return new DeviceRow(
        facts,
        row.getString("kind"),
        phone == null ? "" : phone,
        Database.number(row, "lon_e6") / 1e6,
        Database.number(row, "lat_e6") / 1e6);
  }

  private static Retest retest(ResultSet row) throws SQLException {
    Instant accepted = Database.instant(row, "accepted");
    return accepted == null ? null : Retest.of(accepted, Database.instant(row, "doubt"));
  }

  private static RecorderVin recorder(ResultSet row) throws SQLException {
    String told = row.getString("recorder_vin");
    return told == null
        ? null
        : new RecorderVin(row.getString("vin"), told, Database.instant(row, "recorder_at"));
  }

  /** The cases of devices that somebody has still to do something about, the oldest first. */
  public List<DeviceCase> cases(Scope scope) {
    return cases(new Query(CASES).and(Scope.CONDITION, scope.arguments()));
  }

  /** As above, of one vehicle. */
  public List<DeviceCase> cases(int vehicleId, Scope scope) {
    return cases(
        new Query(CASES)
            .and(Scope.CONDITION, scope.arguments())
            .and("and c.vehicle_id = ?", vehicleId));
  }

  private List<DeviceCase> cases(Query query) {
    return query
        .and("order by c.id")
        .list(
            database,
            row ->
                new DeviceCase(
                    row.getLong("id"),
                    row.getInt("vehicle_id"),
                    Long.parseLong(row.getString("alert"))));
  }
}
