package io.qingtu.web.bench.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The rows of one commit in COPY's binary format, and who waits for it. Not for several threads.
 */
final class FloorBatch {
  private static final byte[] HEAD =
      ByteBuffer.allocate(19)
          .put("PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1))
          .array();
  private static final short COLUMNS = 17;
  private static final int LONGEST_ROW = 128;
  private static final long EPOCH_2000 =
      LocalDateTime.of(2000, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
  private static final int BASIC_BYTES = 28;

  private byte[] bytes = new byte[1 << 16];
  private ByteBuffer rows = ByteBuffer.wrap(bytes).put(HEAD);
  private FloorConnection[] waiting = new FloorConnection[256];
  private short[] serials = new short[256];
  private int count;

  int count() {
    return count;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Ends the data; how many bytes of it there are. */
  int finish() {
    rows.putShort((short) -1);
    return rows.position();
  }

  FloorConnection waiting(int i) {
    return waiting[i];
  }

  short serial(int i) {
    return serials[i];
  }

  /**
   * @param report body of a location report, from {@code at} to {@code end}
   */
  void add(FloorConnection from, short serial, int vehicle, ByteBuffer report, int at, int end) {
    if (count == waiting.length) {
      waiting = Arrays.copyOf(waiting, 2 * count);
      serials = Arrays.copyOf(serials, 2 * count);
    }
    waiting[count] = from;
    serials[count++] = serial;
    if (rows.remaining() < LONGEST_ROW) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
      rows = ByteBuffer.wrap(bytes).position(rows.position());
    }
    row(vehicle, report, at, end);
  }

  private void row(int vehicle, ByteBuffer in, int at, int end) {
    int status = in.getInt(at + 4);
    rows.putShort(COLUMNS);
    long time = micros(in, at + 22);
    long delay = System.currentTimeMillis() - EPOCH_2000 * 1000 - time / 1000;
    rows.putInt(8).putLong(time);
    rows.putInt(4).putInt((int) Math.floorDiv(delay, 1000L));
    rows.putInt(4).putInt(vehicle);
    rows.putInt(4).putInt((status & 8) == 0 ? in.getInt(at + 12) : -in.getInt(at + 12));
    rows.putInt(4).putInt((status & 4) == 0 ? in.getInt(at + 8) : -in.getInt(at + 8));
    rows.putInt(4).putInt(in.getInt(at));
    rows.putInt(4).putInt(status);
    int odometer = value(in, at + BASIC_BYTES, end, 0x01_04);
    rows.putInt(4).putInt(odometer < 0 ? Integer.MIN_VALUE : in.getInt(odometer));
    rows.putInt(2).putShort((short) Math.floorMod(delay, 1000));
    rows.putInt(2).putShort(in.getShort(at + 18));
    int recorder = value(in, at + BASIC_BYTES, end, 0x03_02);
    rows.putInt(2).putShort(recorder < 0 ? Short.MIN_VALUE : in.getShort(recorder));
    rows.putInt(2).putShort(in.getShort(at + 20));
    rows.putInt(2).putShort(in.getShort(at + 16));
    int satellites = value(in, at + BASIC_BYTES, end, 0x31_01);
    rows.putInt(2).putShort(satellites < 0 ? Short.MIN_VALUE : in.get(satellites));
    rows.putInt(2).putShort((short) 0);
    rows.putInt(2).putShort(Short.MIN_VALUE);
    rows.putInt(2).putShort((short) (status >>> 1 & 1 | (status & 1) << 2));
  }

  /** Where the value of an item begins; -1 where there is none. */
  private static int value(ByteBuffer in, int from, int end, int head) {
    int at = from;
    while (at < end) {
      if (in.getShort(at) == head) {
        return at + 2;
      }
      at += 2 + (in.get(at + 1) & 0xff);
    }
    return -1;
  }

  private static long micros(ByteBuffer in, int at) {
    LocalDateTime local =
        LocalDateTime.of(
            2000 + bcd(in, at),
            bcd(in, at + 1),
            bcd(in, at + 2),
            bcd(in, at + 3),
            bcd(in, at + 4),
            bcd(in, at + 5));
    return (local.toEpochSecond(ZoneOffset.ofHours(8)) - EPOCH_2000) * 1_000_000;
  }

  private static int bcd(ByteBuffer in, int at) {
    int pair = in.get(at);
    return (pair >>> 4 & 0xf) * 10 + (pair & 0xf);
  }
}
