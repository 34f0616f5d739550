package io.qingtu.server.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The raw items of many positions as one compressed run of bytes: a fifth of what they take apart,
 * as those of a vehicle hardly change from fix to fix. Begins with the number of its form.
 */
final class ItemBlock {
  private static final int FORM = 1;

  /** Bytes of an entry beside its items: vehicle, times in µs since 1970, length. */
  private static final int HEAD = 4 + 8 + 8 + 4;

  private ItemBlock() {}

  /** Quick rather than small: it is made before the batch's acknowledgement. */
  static byte[] encode(List<RawItem> entries) {
    List<RawItem> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingInt(RawItem::vehicleId));
    ByteBuffer plain =
        ByteBuffer.allocate(4 + sorted.stream().mapToInt(e -> HEAD + e.items().length).sum());
    plain.putInt(sorted.size());
    for (RawItem entry : sorted) {
      plain
          .putInt(entry.vehicleId())
          .putLong(PositionColumns.unixMicros(entry.time()))
          .putLong(PositionColumns.unixMicros(entry.received()))
          .putInt(entry.items().length)
          .put(entry.items());
    }
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.capacity() / 2);
    bytes.write(FORM);
    try (DataOutputStream out =
        new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 1 << 13))) {
      out.write(plain.array());
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /**
   * @throws UncheckedIOException where they are no block, or of a form that is not known
   */
  static List<RawItem> decode(byte[] block) {
    try (DataInputStream in =
        new DataInputStream(
            new InflaterInputStream(new ByteArrayInputStream(block, 1, block.length - 1)))) {
      if (block[0] != FORM) {
        throw new IOException("form " + block[0] + ", known is " + FORM);
      }
      List<RawItem> entries = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        int vehicle = in.readInt();
        Instant time = instant(in.readLong());
        Instant received = instant(in.readLong());
        byte[] items = new byte[in.readInt()];
        in.readFully(items);
        entries.add(new RawItem(vehicle, time, received, items));
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException("reading a block of raw items", e);
    }
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1000L);
  }
}
