package io.qingtu.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The days for which positions, their raw items and presence have partitions. TimescaleDB makes its
 * chunks by itself; with plain PostgreSQL the days to come are made ahead, and any other when its
 * first position arrives.
 */
final class PositionPartitions {
  private static final int DAYS_AHEAD = 2;
  private static final List<String> TABLES = List.of("positions", "position_items", "presence");

  private final Database database;
  private final Set<LocalDate> present = ConcurrentHashMap.newKeySet();

  PositionPartitions(Database database) {
    this.database = database;
  }

  /** Makes what the rows need; quick where nothing is missing. */
  void ensure(Collection<PositionRow> rows) {
    if (database.hypertable()) {
      return;
    }
    TreeSet<LocalDate> missing = new TreeSet<>();
    for (PositionRow row : rows) {
      LocalDate day = day(row.position().fixTime());
      LocalDate received = day(row.position().receivedTime());
      if (!present.contains(day) || !present.contains(received)) {
        missing.add(day);
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
          missing.add(received.plusDays(ahead));
        }
      }
    }
    create(missing);
  }

  /** Makes what the days of a span need. */
  void ensure(Instant from, Instant to) {
    if (!database.hypertable()) {
      create(new TreeSet<>(day(from).datesUntil(day(to).plusDays(1)).toList()));
    }
  }

  private void create(TreeSet<LocalDate> days) {
    days.removeAll(present);
    for (LocalDate day : days) {
      database.inTransaction(
          "making partitions of " + day,
          connection -> {
            create(connection, day);
            return null;
          });
      present.add(day);
    }
  }

  private static LocalDate day(Instant t) {
    return LocalDate.ofInstant(t, ZoneOffset.UTC);
  }

  /** Attaching locks out no reader and no writer, other than making the partition in its place. */
  static void create(Connection connection, LocalDate day) throws SQLException {
    Database.query(
        connection, "select pg_advisory_xact_lock(hashtext('positions')::bigint)", row -> true);
    for (String table : TABLES) {
      String name = table + "_" + day.toString().replace("-", "");
      boolean exists =
          !Database.query(
                  connection, "select 1 where to_regclass(?) is not null", row -> true, name)
              .isEmpty();
      if (!exists) {
        Database.update(
            connection, "create table %s (like %s including defaults)".formatted(name, table));
        Database.update(
            connection,
            "alter table %s attach partition %s for values from ('%sT00:00Z') to ('%sT00:00Z')"
                .formatted(table, name, day, day.plusDays(1)));
      }
    }
  }
}
