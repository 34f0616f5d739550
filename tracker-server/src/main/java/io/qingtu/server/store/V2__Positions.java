package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * The tracks as they stood before {@link V15__NarrowPositions}. With TimescaleDB a hypertable with
 * chunks of a day, without it PostgreSQL's range partitions of a day (UTC), which {@link
 * PositionPartitions} makes. The columns, the unique index and so every statement above are the
 * same.
 */
final class V2__Positions extends BaseJavaMigration {
  private static final String TABLE =
      """
      create table positions (
        time        timestamptz not null,
        received    timestamptz not null,
        vehicle_id  int not null,
        lon_e6      int not null,
        lat_e6      int not null,
        speed_dkmh  smallint not null,
        vss_dkmh    smallint,
        direction   smallint not null,
        altitude_m  smallint not null,
        satellites  smallint,
        odometer_hm int,
        alarm       bigint not null,
        status      bigint not null,
        sensors     int not null,
        weight_ckg  int,
        flags       smallint not null,
        items       bytea
      )""";
  // ascending: a third smaller than descending, and read backwards for the newest
  private static final String INDEX =
      "create unique index positions_by_vehicle on positions (vehicle_id, time)";
  private static final String QUARANTINE =
      """
      create table quarantine (
        id         bigserial primary key,
        received   timestamptz not null,
        vehicle_id int not null references vehicle,
        reason     text not null,
        body       bytea not null,
        unique (vehicle_id, body)
      )""";

  private final boolean hypertable;

  V2__Positions(boolean hypertable) {
    this.hypertable = hypertable;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    boolean timescale = isTimescale(connection, hypertable);
    try (Statement statement = connection.createStatement()) {
      if (timescale) {
        statement.execute("create extension if not exists timescaledb");
        statement.execute(TABLE);
        statement.execute(
            "select create_hypertable('positions', by_range('time', interval '1 day'),"
                + " create_default_indexes => false)");
      } else {
        statement.execute(TABLE + " partition by range (time)");
      }
      statement.execute(INDEX);
      statement.execute(QUARANTINE);
    }
  }

  /** Whether positions are to be a hypertable and the server can make one. */
  static boolean isTimescale(Connection connection, boolean hypertable) throws SQLException {
    return hypertable
        && !Database.query(
                connection,
                "select 1 from pg_available_extensions where name = 'timescaledb'",
                row -> true)
            .isEmpty();
  }
}
