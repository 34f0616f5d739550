package io.qingtu.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what media is on file. */
public final class MediaQueries {
  private static final String SELECT =
      "select m.*, v.plate from media m join vehicle v on v.id = m.vehicle_id where "
          + Scope.CONDITION;

  private final Database database;

  public MediaQueries(Database database) {
    this.database = database;
  }

  /** A vehicle's media of a half-open period, the last {@code limit} of them, newest last. */
  public List<MediaRow> ofVehicle(String plate, Instant from, Instant to, Scope scope, int limit) {
    return new Query("select * from (" + SELECT, scope.arguments())
        .and("and v.plate = ? and m.time >= ? and m.time < ?", plate, from, to)
        .and("order by m.time desc, m.id desc limit ?) newest order by time, id", limit)
        .list(database, MediaQueries::row);
  }

  /** The evidence of an active-safety alarm, in the order of its time. */
  public List<MediaRow> ofSafetyAlarm(long safetyAlarmId, Scope scope) {
    return new Query(SELECT, scope.arguments())
        .and("and m.safety_alarm_id = ? order by m.time, m.id", safetyAlarmId)
        .list(database, MediaQueries::row);
  }

  public Optional<MediaRow> find(long id, Scope scope) {
    return new Query(SELECT, scope.arguments())
        .and("and m.id = ?", id)
        .first(database, MediaQueries::row);
  }

  private static MediaRow row(ResultSet r) throws SQLException {
    return new MediaRow(
        r.getLong("id"),
        r.getString("plate"),
        r.getObject("media_id", Long.class),
        MediaKind.valueOf(r.getString("kind")),
        r.getString("format"),
        r.getString("event"),
        r.getInt("channel"),
        Database.instant(r, "time"),
        Database.instant(r, "taken_at"),
        Database.instant(r, "received_at"),
        Database.number(r, "lon"),
        Database.number(r, "lat"),
        MediaSource.valueOf(r.getString("source")),
        r.getLong("size"),
        r.getString("sha256"),
        r.getString("file_name"),
        r.getObject("command_id", Long.class),
        r.getObject("safety_alarm_id", Long.class));
  }
}
