package io.qingtu.web.bench.ingest;

import io.qingtu.fixtures.swarm.SwarmTerminal;
import io.qingtu.server.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what terminals saw acknowledged with what the database holds, and counts the rows of
 * each commit on the way.
 */
final class StoredFixes {
  private record Row(Instant time, String commit) {}

  private final Database database;
  private final Map<String, Integer> rowsByCommit = new HashMap<>();
  private long lost;
  private long doubled;
  private long stored;

  StoredFixes(Database database) {
    this.database = database;
  }

  /**
   * Looks at a terminal's fixes.
   *
   * @param from index of the first
   */
  void compare(SwarmTerminal terminal, int from) {
    Duration interval = Duration.between(terminal.time(0), terminal.time(1));
    List<Row> rows =
        database.query(
            """
            select p.time, p.xmin::text from positions p
            where p.vehicle_id = (select vehicle_id from terminal where phone = ?)
              and p.time >= ? and p.time < ?""",
            row -> new Row(row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2)),
            terminal.phone(),
            terminal.time(from),
            terminal.time(terminal.next()));
    BitSet found = new BitSet();
    for (Row row : rows) {
      int fix = (int) Duration.between(terminal.time(0), row.time()).dividedBy(interval);
      doubled += found.get(fix) ? 1 : 0;
      found.set(fix);
      rowsByCommit.merge(row.commit(), 1, Integer::sum);
    }
    BitSet missing = new BitSet();
    missing.or(terminal.acknowledged());
    missing.clear(0, from);
    missing.andNot(found);
    lost += missing.cardinality();
    stored += rows.size();
  }

  /** Acknowledged and not in the database. */
  long lost() {
    return lost;
  }

  /** Rows of a vehicle with the same time. */
  long doubled() {
    return doubled;
  }

  long stored() {
    return stored;
  }

  /** Rows of a commit, so that as many rows lie in larger ones as in smaller. */
  int medianCommit() {
    int[] sizes = rowsByCommit.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    long seen = 0;
    for (int size : sizes) {
      seen += size;
      if (2 * seen >= stored) {
        return size;
      }
    }
    return 0;
  }

  int commits() {
    return rowsByCommit.size();
  }
}
