package io.qingtu.server.store;

import io.qingtu.route.track.Position;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which vehicle was in which square in which five minutes: a row where one comes into another
 * square or the next five minutes, where an index by place would have one a position. Written in
 * the transaction of the positions, so that it never lacks one. It may say a thing twice: asking
 * the table first would cost more than all that is ever said again.
 *
 * <p>Remembers each vehicle's squares of its newest five minutes; that, and not what it saves, may
 * be lost.
 */
final class Presence {
  /** The table. */
  static final String TABLE = "presence";

  static final int SLOT_SECONDS = 300;

  private static final String COPY =
      "copy presence (slot, square, vehicle_id) from stdin (format binary)";
  private static final short COLUMNS = 3;
  private static final int ROW_BYTES = 2 + COLUMNS * 4 + 16;

  /**
   * A vehicle's five minutes.
   *
   * @param slot its first second since 1970
   * @param squares it was in; nobody changes them
   */
  private record Stay(long slot, int[] squares) {
    private boolean has(int square) {
      for (int known : squares) {
        if (known == square) {
          return true;
        }
      }
      return false;
    }

    private Stay with(int square) {
      int[] more = Arrays.copyOf(squares, squares.length + 1);
      more[squares.length] = square;
      return new Stay(slot, more);
    }
  }

  /**
   * A row.
   *
   * @param slot its first second since 1970
   */
  record Seen(long slot, int square, int vehicleId) {}

  /** What a batch adds. */
  static final class Added {
    private final List<Seen> rows = new ArrayList<>();
    private final Map<Integer, Stay> newest = new HashMap<>();

    List<Seen> rows() {
      return rows;
    }
  }

  private final Map<Integer, Stay> newest = new ConcurrentHashMap<>();

  /**
   * What a batch adds to what is remembered.
   *
   * @param rows those of a vehicle together: each vehicle is looked up once
   */
  Added of(List<PositionRow> rows) {
    Added added = new Added();
    int from = 0;
    while (from < rows.size()) {
      int vehicle = rows.get(from).vehicleId();
      int to = from + 1;
      while (to < rows.size() && rows.get(to).vehicleId() == vehicle) {
        to++;
      }
      add(vehicle, rows.subList(from, to), added);
      from = to;
    }
    return added;
  }

  private void add(int vehicle, List<PositionRow> rows, Added added) {
    Stay before = added.newest.getOrDefault(vehicle, newest.get(vehicle));
    Stay stay = before;
    for (PositionRow row : rows) {
      Position p = row.position();
      long slot = Math.floorDiv(p.fixTime().getEpochSecond(), SLOT_SECONDS) * SLOT_SECONDS;
      int square = Area.cell(PositionColumns.e6(p.longitude()), PositionColumns.e6(p.latitude()));
      if (stay == null || stay.slot() != slot) {
        stay = new Stay(slot, new int[] {square});
        added.rows.add(new Seen(slot, square, vehicle));
      } else if (!stay.has(square)) {
        stay = stay.with(square);
        added.rows.add(new Seen(slot, square, vehicle));
      }
    }
    if (stay != before) {
      added.newest.put(vehicle, stay);
    }
  }

  static void save(Connection connection, List<Seen> rows) throws SQLException {
    if (!rows.isEmpty()) {
      BinaryCopy.send(connection, COPY, bytes(rows));
    }
  }

  private static ByteBuffer bytes(List<Seen> rows) {
    ByteBuffer out = BinaryCopy.begin(rows.size() * ROW_BYTES);
    for (Seen seen : rows) {
      out.putShort(COLUMNS);
      out.putInt(8).putLong(BinaryCopy.micros(seen.slot(), 0));
      out.putInt(4).putInt(seen.square());
      out.putInt(4).putInt(seen.vehicleId());
    }
    return BinaryCopy.end(out);
  }

  /** What was added is committed. */
  void done(Added added) {
    newest.putAll(added.newest);
  }
}
