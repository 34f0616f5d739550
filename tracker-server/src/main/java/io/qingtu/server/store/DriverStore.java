package io.qingtu.server.store;

import io.qingtu.server.store.KeepingRefusal.Why;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * 驾驶员: a company registers who drives for it. Nothing of it is ever removed; who leaves has left.
 * {@link TurnStore} files who drives what.
 */
public final class DriverStore {
  /**
   * What is known of somebody.
   *
   * @param validTo last day of the qualification; null where that is not known
   * @param left whether he or she drives for the company no more
   */
  public record Particulars(String name, LocalDate validTo, boolean left) {}

  /** Why something is filed, and by whom. */
  public record Filing(String reason, int userId, Instant now) {}

  private final Database database;

  public DriverStore(Database database) {
    this.database = database;
  }

  /**
   * Registers somebody.
   *
   * @return the id
   * @throws KeepingRefusal where the company has registered that licence
   */
  public long add(int companyId, String licence, Particulars who, Filing filing) {
    return database.inTransaction(
        "registering a driver",
        connection -> {
          List<Long> made =
              Database.query(
                  connection,
                  """
                  insert into company_driver (company_id, licence, name, valid_to, version)
                  values (?, ?, ?, ?, 1) on conflict do nothing returning id\
                  """,
                  row -> row.getLong(1),
                  companyId,
                  licence,
                  who.name(),
                  who.validTo());
          if (made.isEmpty()) {
            throw new KeepingRefusal(Why.KNOWN, "this company has registered that licence");
          }
          step(connection, made.get(0), 1, filing);
          return made.get(0);
        });
  }

  /**
   * Changes what is known of somebody. Who leaves drives nothing any more.
   *
   * @param seen the version that somebody has looked at
   * @param scope of who files it
   * @throws KeepingRefusal where it does not go with what is on file
   */
  public void change(long id, int seen, Particulars who, Filing filing, Scope scope) {
    database.inTransaction(
        "changing the driver " + id,
        connection -> {
          DriverRow before = locked(connection, id, scope);
          if (before.version() != seen) {
            throw new KeepingRefusal(
                Why.STALE, "it is at version " + before.version() + ", not " + seen);
          }
          Instant left = before.leftAt() == null ? filing.now() : before.leftAt();
          Database.update(
              connection,
              "update company_driver set name = ?, valid_to = ?, left_at = ?::timestamptz,"
                  + " version = version + 1 where id = ?",
              who.name(),
              who.validTo(),
              who.left() ? left : null,
              id);
          step(connection, id, seen + 1, filing);
          if (who.left()) {
            endAll(connection, id, filing);
          }
          return null;
        });
  }

  /** The driver, whom nobody else changes meanwhile. */
  static DriverRow locked(Connection connection, long id, Scope scope) throws SQLException {
    return DriverQueries.select(scope)
        .and("and d.id = ? for update of d", id)
        .list(connection, DriverQueries::row)
        .stream()
        .findFirst()
        .orElseThrow(() -> new KeepingRefusal(Why.UNKNOWN, "there is no driver " + id));
  }

  private static void step(Connection connection, long id, int version, Filing filing)
      throws SQLException {
    Database.update(
        connection,
        """
        insert into company_driver_version (driver_id, version, name, valid_to, left_at, reason, user_id, at)
        select id, ?, name, valid_to, left_at, ?, ?, ? from company_driver where id = ?\
        """,
        version,
        filing.reason(),
        filing.userId(),
        filing.now(),
        id);
  }

  private static void endAll(Connection connection, long id, Filing filing) throws SQLException {
    List<Long> running =
        Database.query(
            connection,
            "select id from driver_turn where driver_id = ? and until_time > ?"
                + " and until_time > from_time",
            row -> row.getLong(1),
            id,
            filing.now());
    for (long turn : running) {
      TurnStore.end(connection, turn, filing.now(), filing);
    }
  }
}
