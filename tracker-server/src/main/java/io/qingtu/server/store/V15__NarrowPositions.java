package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * A position in 80 bytes, and what stood in or beside it and took more than itself: the raw items
 * go into blocks of a batch each, and a table of who was in which square in which five minutes
 * takes the place of an index with an entry a position. Rows that are there move over.
 *
 * <p>No column may be null, as one null costs a row eight bytes: what is not known is the smallest
 * number of its type. The widest columns stand first, so that nothing is lost to alignment.
 */
final class V15__NarrowPositions extends BaseJavaMigration {
  private static final String POSITIONS =
      """
      create table positions (
        time        timestamptz not null,
        delay_s     int not null,
        vehicle_id  int not null,
        lon_e6      int not null,
        lat_e6      int not null,
        alarm       int not null,
        status      int not null,
        odometer_hm int not null,
        delay_ms    smallint not null,
        speed_dkmh  smallint not null,
        vss_dkmh    smallint not null,
        direction   smallint not null,
        altitude_m  smallint not null,
        satellites  smallint not null,
        sensors     smallint not null,
        weight_ckg  smallint not null,
        flags       smallint not null
      )""";

  /** The raw items of one batch; received is the newest of them, since the oldest of that day. */
  private static final String ITEMS =
      """
      create table position_items (
        received timestamptz not null,
        since    timestamptz not null,
        rows     int not null,
        block    bytea not null
      )""";

  private static final String PRESENCE =
      """
      create table presence (
        slot       timestamptz not null,
        square     int not null,
        vehicle_id int not null
      )""";

  private static final List<String> INDEXES =
      List.of(
          // ascending: a third smaller than descending, and read backwards for the newest
          "create unique index positions_by_vehicle on positions (vehicle_id, time)",
          // rows lie nearly in the order of time, so that a few pages tell an hour
          "create index positions_by_time on positions using brin (time) with (pages_per_range = 32)",
          "create index position_items_by_received on position_items (received)",
          "create unique index presence_by_square on presence (square, slot, vehicle_id)",
          // they are compressed before they come
          "alter table position_items alter column block set storage external");

  private static final String DELAY_S = "floor(extract(epoch from received - time))::int";
  private static final String DELAY_MS =
      "(floor(extract(epoch from received - time) * 1000)::bigint"
          + " - floor(extract(epoch from received - time))::bigint * 1000)::smallint";

  private static final String MOVE_POSITIONS =
      """
      insert into positions
      select time, %s, vehicle_id, lon_e6, lat_e6, (alarm << 32 >> 32)::int,
        (status << 32 >> 32)::int, coalesce(odometer_hm, -2147483648), %s, speed_dkmh,
        coalesce(vss_dkmh, -32768), direction, altitude_m, coalesce(satellites, -32768), sensors,
        least(coalesce(weight_ckg, -32768), 32767), flags
      from positions_before
      """
          .formatted(DELAY_S, DELAY_MS);
  private static final String MOVE_PRESENCE =
      """
      insert into presence
      select distinct to_timestamp(floor(extract(epoch from time) / 300) * 300),
        lon_e6 / 5000 * 50000 + lat_e6 / 5000, vehicle_id
      from positions
      """;

  private static final String MOVE_LAST =
      """
      alter table last_position
        alter column alarm type int using (alarm << 32 >> 32)::int,
        alter column status type int using (status << 32 >> 32)::int,
        alter column sensors type smallint,
        alter column weight_ckg type smallint
          using least(coalesce(weight_ckg, -32768), 32767),
        alter column weight_ckg set not null
      """;

  private static final int BLOCK = 10_000;

  private final boolean hypertable;

  V15__NarrowPositions(boolean hypertable) {
    this.hypertable = hypertable;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    boolean timescale = V2__Positions.isTimescale(connection, hypertable);
    try (Statement statement = connection.createStatement()) {
      setAside(connection, statement);
      create(statement, timescale);
      if (!timescale) {
        makePartitions(connection);
      }
      statement.execute(MOVE_POSITIONS);
      moveItems(connection);
      statement.execute(MOVE_PRESENCE);
      statement.execute(MOVE_LAST);
      statement.execute("drop table positions_before");
    }
  }

  /** Its indexes and partitions would keep the names that the new ones want. */
  private static void setAside(Connection connection, Statement statement) throws SQLException {
    statement.execute("alter table positions rename to positions_before");
    for (String index :
        List.of(
            "positions_by_vehicle",
            "positions_by_received",
            "positions_by_time",
            "positions_by_place")) {
      statement.execute("drop index " + index);
    }
    for (String partition : partitions(connection)) {
      statement.execute("alter table " + partition + " rename to before_" + partition);
    }
  }

  private static List<String> partitions(Connection connection) throws SQLException {
    return Database.query(
        connection,
        "select relid::regclass::text from pg_partition_tree('positions_before') where isleaf"
            + " and level > 0",
        row -> row.getString(1));
  }

  private static void create(Statement statement, boolean timescale) throws SQLException {
    String partitioned = timescale ? "" : " partition by range (%s)";
    statement.execute(POSITIONS + partitioned.formatted("time"));
    statement.execute(ITEMS + partitioned.formatted("received"));
    statement.execute(PRESENCE + partitioned.formatted("slot"));
    if (timescale) {
      for (String[] table :
          new String[][] {
            {"positions", "time"}, {"position_items", "received"}, {"presence", "slot"}
          }) {
        statement.execute(
            "select create_hypertable('%s', by_range('%s', interval '1 day'), create_default_indexes => false)"
                .formatted(table[0], table[1]));
      }
    }
    for (String index : INDEXES) {
      statement.execute(index);
    }
  }

  private static void makePartitions(Connection connection) throws SQLException {
    List<LocalDate> days =
        Database.query(
            connection,
            "select distinct (time at time zone 'UTC')::date from positions_before"
                + " union select distinct (received at time zone 'UTC')::date from positions_before",
            row -> row.getObject(1, LocalDate.class));
    for (LocalDate day : days) {
      PositionPartitions.create(connection, day);
    }
  }

  private static void moveItems(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select vehicle_id, time, received, items from positions_before"
                + " where items is not null order by received")) {
      statement.setFetchSize(BLOCK);
      List<RawItem> waiting = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          waiting.add(
              new RawItem(
                  row.getInt("vehicle_id"),
                  Database.instant(row, "time"),
                  Database.instant(row, "received"),
                  row.getBytes("items")));
          if (waiting.size() == BLOCK) {
            RawItems.save(connection, RawItems.blocksOf(waiting));
            waiting.clear();
          }
        }
      }
      RawItems.save(connection, RawItems.blocksOf(waiting));
    }
  }
}
