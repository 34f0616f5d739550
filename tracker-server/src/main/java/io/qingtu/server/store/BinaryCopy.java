package io.qingtu.server.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The frame of PostgreSQL's binary COPY format (PostgreSQL documentation, COPY). */
final class BinaryCopy {
  private static final byte[] SIGNATURE =
      "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

  /** The signature, flags and the length of an extension that is none. */
  static final int HEAD_BYTES = SIGNATURE.length + 8;

  static final int END_BYTES = 2;
  private static final short END = -1;

  /** A timestamp counts from here. */
  private static final long EPOCH_SECOND = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

  private BinaryCopy() {}

  /**
   * A buffer with the head, and room for the rows and the end.
   *
   * @param bytes of all rows
   */
  static ByteBuffer begin(int bytes) {
    return head(ByteBuffer.allocate(HEAD_BYTES + bytes + END_BYTES));
  }

  static ByteBuffer head(ByteBuffer out) {
    return out.put(SIGNATURE).putInt(0).putInt(0);
  }

  /** Ends the rows and makes them ready to be sent. */
  static ByteBuffer end(ByteBuffer out) {
    return out.putShort(END).flip();
  }

  /** Whether what stands for a row's count of fields ends the stream. */
  static boolean isEnd(short fields) {
    return fields == END;
  }

  /** Moves a stream behind its head. */
  static void skipHead(ByteBuffer in) {
    in.position(in.position() + SIGNATURE.length + 4);
    int extension = in.getInt();
    in.position(in.position() + extension);
  }

  /** A moment as a timestamp. */
  static long micros(long epochSecond, int nanos) {
    return (epochSecond - EPOCH_SECOND) * 1_000_000 + nanos / 1000;
  }

  /** The moment of a timestamp. */
  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        EPOCH_SECOND + Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1000L);
  }

  /** Sends all rows of a statement at once and waits for its end. */
  static void send(Connection connection, String sql, ByteBuffer rows) throws SQLException {
    CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    try {
      in.writeToCopy(rows.array(), rows.arrayOffset(), rows.limit());
      in.endCopy();
    } finally {
      if (in.isActive()) {
        in.cancelCopy();
      }
    }
  }
}
