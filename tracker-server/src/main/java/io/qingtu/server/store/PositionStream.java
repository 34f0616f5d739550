package io.qingtu.server.store;

import io.qingtu.route.track.Position;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Everything that was stored of a stretch of time, as one binary stream: several times as fast as
 * rows of a query, and nothing of it is kept. Blocks on the database: not for event loops.
 */
public final class PositionStream {
  private final Database database;

  public PositionStream(Database database) {
    this.database = database;
  }

  /**
   * Hands on every position of every vehicle, in the order in which they lie in the store, which is
   * none to rely on.
   *
   * @param from first fix time
   * @param to first fix time that is no longer wanted
   * @throws StoreException where the stream broke: some may have been handed on
   */
  public void read(Instant from, Instant to, Consumer<Position> sink) {
    database.inTransaction(
        "reading positions of " + from + " to " + to,
        connection -> {
          copy(connection, sql(from, to), plates(connection), sink);
          return null;
        });
  }

  /**
   * Hands on what a query gives.
   *
   * @param query of the columns {@link PositionColumns#NAMES}; COPY takes no parameters
   * @param plates by the vehicles' row ids
   */
  static void copy(
      Connection connection, String query, Map<Integer, String> plates, Consumer<Position> sink)
      throws SQLException {
    CopyOut out =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy (" + query + ") to stdout (format binary)");
    try {
      boolean first = true;
      for (byte[] message = out.readFromCopy(); message != null; ) {
        handOn(ByteBuffer.wrap(message), first, plates, sink);
        first = false;
        message = out.readFromCopy();
      }
    } finally {
      if (out.isActive()) {
        out.cancelCopy();
      }
    }
  }

  /** A message of the stream holds whole rows; the first one begins with the stream's head. */
  private static void handOn(
      ByteBuffer message, boolean first, Map<Integer, String> plates, Consumer<Position> sink) {
    if (first) {
      BinaryCopy.skipHead(message);
    }
    while (message.hasRemaining()) {
      if (BinaryCopy.isEnd(message.getShort())) {
        return;
      }
      sink.accept(PositionColumns.read(message, plates));
    }
  }

  private static String sql(Instant from, Instant to) {
    return "select %s from positions where time >= %s and time < %s"
        .formatted(PositionColumns.NAMES, literal(from), literal(to));
  }

  /** A moment in a statement that takes no parameters: ISO 8601 in UTC. */
  static String literal(Instant time) {
    if (time.equals(Instant.MAX)) {
      return "'infinity'";
    }
    return time.equals(Instant.MIN) ? "'-infinity'" : "'" + time + "'";
  }

  static Map<Integer, String> plates(Connection connection) throws SQLException {
    Map<Integer, String> plates = new HashMap<>();
    Database.query(
        connection,
        "select id, plate from vehicle",
        row -> plates.put(row.getInt("id"), row.getString("plate")));
    return plates;
  }
}
