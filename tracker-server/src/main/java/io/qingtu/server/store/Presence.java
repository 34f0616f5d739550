package io.qingtu.server.store;

import io.qingtu.route.track.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.PGConnection;

/**
 * Which vehicle was in which square in which five minutes: a row where one comes into another
 * square or the next five minutes, where an index by place would have one a position. Written in
 * the transaction of the positions, so that it never lacks one.
 *
 * <p>Remembers what each vehicle's newest row is; that, and not what it saves, may be lost.
 */
final class Presence {
  /** The table. */
  static final String TABLE = "presence";

  static final int SLOT_SECONDS = 300;

  /** In the order of the index, in which two writers cannot wait for one another. */
  private static final String INSERT =
      """
      insert into presence (square, slot, vehicle_id)
      select square, to_timestamp(slot), vehicle_id
      from unnest(?::int[], ?::bigint[], ?::int[]) as seen (square, slot, vehicle_id)
      on conflict do nothing\
      """;

  /**
   * @param slot its first second since 1970
   */
  record Seen(int square, long slot, int vehicleId) implements Comparable<Seen> {
    static Seen of(PositionRow row) {
      Position p = row.position();
      return new Seen(
          Area.cell(PositionColumns.e6(p.longitude()), PositionColumns.e6(p.latitude())),
          Math.floorDiv(p.fixTime().getEpochSecond(), SLOT_SECONDS) * SLOT_SECONDS,
          row.vehicleId());
    }

    @Override
    public int compareTo(Seen other) {
      int order = Integer.compare(square, other.square);
      if (order == 0) {
        order = Long.compare(slot, other.slot);
      }
      return order == 0 ? Integer.compare(vehicleId, other.vehicleId) : order;
    }
  }

  /**
   * What a batch adds.
   *
   * @param last of each of its vehicles
   */
  record Added(Set<Seen> rows, Map<Integer, Seen> last) {}

  private final Map<Integer, Seen> newest = new ConcurrentHashMap<>();

  /** What a batch adds to what is remembered. */
  Added of(Collection<PositionRow> rows) {
    Map<Integer, Seen> last = new HashMap<>();
    Set<Seen> added = new TreeSet<>();
    for (PositionRow row : rows) {
      Seen seen = Seen.of(row);
      Seen before = last.put(row.vehicleId(), seen);
      if (!seen.equals(before == null ? newest.get(row.vehicleId()) : before)) {
        added.add(seen);
      }
    }
    return new Added(added, last);
  }

  static void save(Connection connection, Set<Seen> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    PGConnection arrays = connection.unwrap(PGConnection.class);
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      int[] squares = rows.stream().mapToInt(Seen::square).toArray();
      long[] slots = rows.stream().mapToLong(Seen::slot).toArray();
      int[] vehicles = rows.stream().mapToInt(Seen::vehicleId).toArray();
      statement.setArray(1, arrays.createArrayOf("int4", squares));
      statement.setArray(2, arrays.createArrayOf("int8", slots));
      statement.setArray(3, arrays.createArrayOf("int4", vehicles));
      statement.executeUpdate();
    }
  }

  /** What was added is committed. */
  void done(Added added) {
    newest.putAll(added.last());
  }
}
