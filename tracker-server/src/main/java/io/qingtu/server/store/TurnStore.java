package io.qingtu.server.store;

import io.qingtu.route.permit.KeptPeriod;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Validity;
import io.qingtu.server.store.DriverStore.Filing;
import io.qingtu.server.store.KeepingRefusal.Why;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Who drives which vehicle when, as a company files it. Nothing of it is ever removed. */
public final class TurnStore {
  /**
   * What is filed.
   *
   * @param period until {@link Instant#MAX} where it has no end yet
   */
  public record NewTurn(long driverId, int vehicleId, Validity period) {}

  private record OnFile(long driverId, int vehicleId, Validity period, int version) {}

  private final Database database;

  public TurnStore(Database database) {
    this.database = database;
  }

  /**
   * Files that somebody drives a vehicle of the company.
   *
   * @param scope of who files it
   * @param lag how late it may be typed in
   * @throws KeepingRefusal where it does not go with what is on file
   */
  public void add(NewTurn turn, Filing filing, Scope scope, Duration lag) {
    database.inTransaction(
        "putting a driver on a vehicle",
        connection -> {
          DriverRow driver = DriverStore.locked(connection, turn.driverId(), scope);
          refuse(connection, driver, turn);
          KeepingRefusal.check(
              KeptPeriod.beginning(
                  turn.period(),
                  others(connection, turn.driverId(), turn.vehicleId(), 0),
                  filing.now(),
                  lag));
          long id =
              Database.query(
                      connection,
                      "insert into driver_turn (driver_id, vehicle_id, from_time, until_time, version)"
                          + " values (?, ?, ?, ?, 0) returning id",
                      row -> row.getLong(1),
                      turn.driverId(),
                      turn.vehicleId(),
                      turn.period().from(),
                      turn.period().to())
                  .get(0);
          end(connection, id, turn.period().to(), filing);
          return null;
        });
  }

  /**
   * Files when it ends, or does so after all.
   *
   * @param seen the version that somebody has looked at
   * @param scope of who files it
   * @throws KeepingRefusal where it does not go with what is on file
   */
  public void end(long id, int seen, Instant until, Filing filing, Scope scope) {
    database.inTransaction(
        "ending the turn " + id,
        connection -> {
          long driver =
              Database.query(
                      connection,
                      "select driver_id from driver_turn where id = ?",
                      row -> row.getLong(1),
                      id)
                  .stream()
                  .findFirst()
                  .orElseThrow(() -> new KeepingRefusal(Why.UNKNOWN, "there is no turn " + id));
          DriverStore.locked(connection, driver, scope);
          OnFile before = onFile(connection, id);
          if (before.version() != seen) {
            throw new KeepingRefusal(
                Why.STALE, "it is at version " + before.version() + ", not " + seen);
          }
          KeepingRefusal.check(
              KeptPeriod.ending(
                  before.period(),
                  until,
                  others(connection, driver, before.vehicleId(), id),
                  filing.now()));
          end(connection, id, until, filing);
          return null;
        });
  }

  private static void refuse(Connection connection, DriverRow driver, NewTurn turn)
      throws SQLException {
    int owner =
        Database.query(
                connection,
                "select company_id from vehicle where id = ?",
                row -> row.getInt(1),
                turn.vehicleId())
            .get(0);
    if (owner != driver.companyId()) {
      throw new KeepingRefusal(Why.FOREIGN, "it is no vehicle of the driver's company");
    }
    if (driver.leftAt() != null) {
      throw new KeepingRefusal(Why.LEFT, "the driver has left the company");
    }
    if (driver.validTo() != null
        && !turn.period()
            .from()
            .isBefore(
                driver.validTo().plusDays(1).atStartOfDay(DailyHours.CITY_ZONE).toInstant())) {
      throw new KeepingRefusal(Why.EXPIRED, "the qualification runs out on " + driver.validTo());
    }
  }

  /** The same as before with another end; what has not begun is not to begin. */
  static void end(Connection connection, long id, Instant until, Filing filing)
      throws SQLException {
    Database.update(
        connection,
        "update driver_turn set until_time = greatest(from_time, ?), version = version + 1"
            + " where id = ?",
        until,
        id);
    Database.update(
        connection,
        """
        insert into driver_turn_version (turn_id, version, until_time, reason, user_id, at)
        select id, version, until_time, ?, ?, ? from driver_turn where id = ?\
        """,
        filing.reason(),
        filing.userId(),
        filing.now(),
        id);
  }

  private static OnFile onFile(Connection connection, long id) throws SQLException {
    return Database.query(
            connection,
            "select *, until_time to_time from driver_turn where id = ?",
            r ->
                new OnFile(
                    r.getLong("driver_id"),
                    r.getInt("vehicle_id"),
                    PlanRows.period(r),
                    r.getInt("version")),
            id)
        .get(0);
  }

  private static List<Validity> others(Connection connection, long driverId, int vehicleId, long id)
      throws SQLException {
    return Database.query(
        connection,
        "select from_time, until_time to_time from driver_turn"
            + " where driver_id = ? and vehicle_id = ? and id <> ?",
        PlanRows::period,
        driverId,
        vehicleId,
        id);
  }
}
