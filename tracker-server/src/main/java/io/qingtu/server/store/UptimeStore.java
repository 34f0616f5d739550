package io.qingtu.server.store;

import io.qingtu.route.plan.Validity;
import io.qingtu.route.report.PlatformUptime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** When gateways ran, and terminals could reach the platform. Blocks on the database. */
public final class UptimeStore {
  private final Database database;

  public UptimeStore(Database database) {
    this.database = database;
  }

  /** A gateway runs from this moment on; returns the number of its run. */
  public long begin(Instant now) {
    return database
        .query(
            "insert into gateway_run (from_time, until_time) values (?, ?) returning id",
            row -> row.getLong(1),
            now,
            now)
        .get(0);
  }

  /** The run goes on. */
  public void goesOn(long run, Instant now) {
    database.update(
        "update gateway_run set until_time = greatest(until_time, ?) where id = ?", now, run);
  }

  /** What is noted of a time, and from when to when anything is. */
  public PlatformUptime of(Validity time) {
    List<Validity> up =
        database.query(
            "select from_time, until_time from gateway_run where until_time > ? and from_time < ?"
                + " order by from_time, id",
            UptimeStore::run,
            time.from(),
            time.to());
    return new PlatformUptime(
        database
            .query(
                "select min(from_time) from_time, max(until_time) until_time from gateway_run"
                    + " having count(*) > 0",
                UptimeStore::run)
            .stream()
            .findFirst(),
        up);
  }

  private static Validity run(ResultSet row) throws SQLException {
    return new Validity(Database.instant(row, "from_time"), Database.instant(row, "until_time"));
  }
}
