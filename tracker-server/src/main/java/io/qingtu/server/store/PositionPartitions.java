package io.qingtu.server.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The days for which positions have a partition. TimescaleDB makes its chunks by itself; with plain
 * PostgreSQL the days to come are made ahead, and any other when its first position arrives.
 */
final class PositionPartitions {
  private static final int DAYS_AHEAD = 2;

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
      if (!present.contains(day)) {
        missing.add(day);
        LocalDate received = day(row.position().receivedTime());
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
      create(day);
      present.add(day);
    }
  }

  private static LocalDate day(Instant t) {
    return LocalDate.ofInstant(t, ZoneOffset.UTC);
  }

  /** Attaching locks out no reader and no writer, other than making the partition in its place. */
  private void create(LocalDate day) {
    String name = "positions_" + day.toString().replace("-", "");
    database.inTransaction(
        "making partition " + name,
        connection -> {
          Database.query(
              connection,
              "select pg_advisory_xact_lock(hashtext('positions')::bigint)",
              row -> true);
          boolean exists =
              !Database.query(
                      connection, "select 1 where to_regclass(?) is not null", row -> true, name)
                  .isEmpty();
          if (!exists) {
            Database.update(
                connection, "create table " + name + " (like positions including defaults)");
            Database.update(
                connection,
                "alter table positions attach partition %s for values from ('%sT00:00Z') to ('%sT00:00Z')"
                    .formatted(name, day, day.plusDays(1)));
          }
          return null;
        });
  }
}
