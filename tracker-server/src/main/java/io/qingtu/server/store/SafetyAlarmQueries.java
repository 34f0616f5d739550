package io.qingtu.server.store;

import io.qingtu.server.store.AlertFilter.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what alarms of active safety are on file. */
public final class SafetyAlarmQueries {
  private static final String SELECT =
      """
      select a.*, array(select m.id from media m where m.safety_alarm_id = a.id order by m.id) media
      from active_safety_alarm a join vehicle v on v.id = a.vehicle_id
      where\
      """
          + " "
          + Scope.CONDITION;

  private final Database database;

  public SafetyAlarmQueries(Database database) {
    this.database = database;
  }

  /**
   * A vehicle's alarms of a half-open period, newest first.
   *
   * @param after the last one of the page before
   */
  public List<SafetyAlarmRow> ofVehicle(
      String plate, Instant from, Instant to, Optional<Cursor> after, Scope scope, int limit) {
    Query query =
        new Query(SELECT, scope.arguments())
            .and("and v.plate = ? and a.time >= ? and a.time < ?", plate, from, to);
    after.ifPresent(c -> query.and("and (a.time, a.id) < (?, ?)", c.start(), c.id()));
    return query
        .and("order by a.time desc, a.id desc limit ?", limit)
        .list(database, SafetyAlarmQueries::row);
  }

  private static SafetyAlarmRow row(ResultSet r) throws SQLException {
    return new SafetyAlarmRow(
        r.getLong("id"),
        r.getInt("kind"),
        r.getInt("type"),
        r.getInt("level"),
        r.getInt("phase"),
        r.getLong("number"),
        Database.instant(r, "time"),
        Database.instant(r, "ended_at"),
        Database.instant(r, "received_at"),
        r.getInt("speed_kmh"),
        r.getDouble("lon"),
        r.getDouble("lat"),
        r.getInt("attachments"),
        Database.instant(r, "asked_at"),
        r.getObject("answer", Integer.class),
        Database.instant(r, "complete_at"),
        List.of((Long[]) r.getArray("media").getArray()));
  }
}
