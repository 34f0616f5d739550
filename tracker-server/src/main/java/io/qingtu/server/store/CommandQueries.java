package io.qingtu.server.store;

import io.qingtu.protocol.field.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the commands and their ways. */
public final class CommandQueries {
  private static final String SELECT =
      """
      select k.*, v.plate, v.company_id, v.vin, coalesce(u.login, '') login
      from command k
      join vehicle v on v.id = k.vehicle_id
      left join app_user u on u.id = k.requested_by
      where\
      """
          + " "
          + Scope.CONDITION;

  private final Database database;

  public CommandQueries(Database database) {
    this.database = database;
  }

  /**
   * At most {@code limit} commands of a vehicle, newest first.
   *
   * @param before those with a smaller id only
   */
  public List<CommandRow> page(String plate, Optional<Long> before, Scope scope, int limit) {
    Query q = new Query(SELECT, scope.arguments()).and("and v.plate = ?", plate);
    before.ifPresent(id -> q.and("and k.id < ?", id));
    return q.and("order by k.id desc limit ?", limit).list(database, CommandQueries::row);
  }

  public Optional<CommandRow> find(long id, Scope scope) {
    return new Query(SELECT, scope.arguments())
        .and("and k.id = ?", id)
        .first(database, CommandQueries::row);
  }

  /** The commands changed at or after a moment, oldest change first. */
  public List<CommandRow> changedSince(Instant moment) {
    return new Query(SELECT, Scope.CITY.arguments())
        .and("and k.updated_at >= ? order by k.updated_at, k.id", moment)
        .list(database, CommandQueries::row);
  }

  /** Every state a command has been in, oldest first. */
  public List<CommandRow.Event> history(long id) {
    return new Query("select * from command_event where command_id = ? order by id", id)
        .list(
            database,
            r ->
                new CommandRow.Event(
                    Database.instant(r, "at"),
                    CommandState.valueOf(r.getString("state")),
                    r.getInt("tries"),
                    r.getString("detail")));
  }

  private static CommandRow row(ResultSet r) throws SQLException {
    return new CommandRow(
        r.getLong("id"),
        r.getString("plate"),
        r.getInt("company_id"),
        r.getString("vin"),
        r.getString("phone"),
        r.getString("kind"),
        r.getString("arguments"),
        r.getString("reason"),
        r.getString("login"),
        Database.instant(r, "created_at"),
        Database.instant(r, "expires_at"),
        CommandState.valueOf(r.getString("state")),
        r.getInt("tries"),
        Database.instant(r, "sent_at"),
        Database.instant(r, "answered_at"),
        Optional.ofNullable(r.getObject("result", Integer.class)),
        r.getString("detail"),
        message(r, "message", "version"),
        message(r, "reply", "reply_version"));
  }

  private static Optional<StoredMessage> message(ResultSet r, String name, String version)
      throws SQLException {
    byte[] body = r.getBytes(name + "_body");
    return body == null
        ? Optional.empty()
        : Optional.of(
            new StoredMessage(r.getInt(name + "_id"), r.getString(version), Bytes.copyOf(body)));
  }
}
