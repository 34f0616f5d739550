package io.qingtu.server.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
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
 *
 * <p>Behind that, compressed: the unit of times in µs and the count of entries; then of each entry,
 * by vehicle, what its vehicle is above the one before, when it was received after the one before,
 * its delay, the length of its items and these. All numbers in groups of seven bits, the lowest
 * first, as long as the eighth is set; signed ones with their sign in the lowest bit.
 */
final class ItemBlock {
  private static final int FORM = 2;

  /** Whole numbers of four and eight bytes: vehicle, times in µs since 1970, length. */
  private static final int FIXED_FORM = 1;

  /** Most bytes of an entry beside its items. */
  private static final int HEAD = 5 + 10 + 10 + 5;

  private static final long MILLI = 1000;

  private ItemBlock() {}

  /** Quick rather than small: it is made before the batch's acknowledgement. */
  static byte[] encode(List<RawItem> entries) {
    List<RawItem> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingInt(RawItem::vehicleId));
    ByteBuffer plain = plain(sorted);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.limit() / 2);
    bytes.write(FORM);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 13)) {
      out.write(plain.array(), 0, plain.limit());
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes every byte", e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static ByteBuffer plain(List<RawItem> sorted) {
    int most = HEAD;
    long unit = MILLI;
    for (RawItem entry : sorted) {
      most += HEAD + entry.items().length;
      unit = isWhole(entry) ? unit : 1;
    }
    ByteBuffer out = ByteBuffer.allocate(most);
    put(out, unit);
    put(out, sorted.size());
    int vehicle = 0;
    long before = 0;
    for (RawItem entry : sorted) {
      long received = PositionColumns.unixMicros(entry.received()) / unit;
      put(out, entry.vehicleId() - vehicle);
      putSigned(out, received - before);
      putSigned(out, received - PositionColumns.unixMicros(entry.time()) / unit);
      put(out, entry.items().length);
      out.put(entry.items());
      vehicle = entry.vehicleId();
      before = received;
    }
    return out.flip();
  }

  /** Whether its times are whole milliseconds. */
  private static boolean isWhole(RawItem entry) {
    return entry.received().getNano() % 1_000_000 == 0 && entry.time().getNano() % 1_000_000 == 0;
  }

  private static void putSigned(ByteBuffer out, long value) {
    put(out, value << 1 ^ value >> 63);
  }

  private static void put(ByteBuffer out, long value) {
    long left = value;
    while ((left & ~0x7f) != 0) {
      out.put((byte) (left | 0x80));
      left >>>= 7;
    }
    out.put((byte) left);
  }

  /**
   * @throws UncheckedIOException where they are no block, or of a form that is not known
   */
  static List<RawItem> decode(byte[] block) {
    try (DataInputStream in =
        new DataInputStream(
            new InflaterInputStream(new ByteArrayInputStream(block, 1, block.length - 1)))) {
      return switch (block[0]) {
        case FORM -> entries(in);
        case FIXED_FORM -> fixedEntries(in);
        default -> throw new IOException("form " + block[0] + ", known are 1 to " + FORM);
      };
    } catch (IOException e) {
      throw new UncheckedIOException("reading a block of raw items", e);
    }
  }

  private static List<RawItem> entries(DataInputStream in) throws IOException {
    List<RawItem> entries = new ArrayList<>();
    long unit = number(in);
    int vehicle = 0;
    long received = 0;
    for (long left = number(in); left > 0; left--) {
      vehicle += (int) number(in);
      received += signed(in);
      long time = received - signed(in);
      byte[] items = new byte[(int) number(in)];
      in.readFully(items);
      entries.add(new RawItem(vehicle, instant(time * unit), instant(received * unit), items));
    }
    return entries;
  }

  private static long signed(DataInputStream in) throws IOException {
    long value = number(in);
    return value >>> 1 ^ -(value & 1);
  }

  private static long number(DataInputStream in) throws IOException {
    long value = 0;
    int shift = 0;
    int group;
    do {
      group = in.readUnsignedByte();
      value |= (long) (group & 0x7f) << shift;
      shift += 7;
    } while (group > 0x7f && shift < Long.SIZE);
    return value;
  }

  private static List<RawItem> fixedEntries(DataInputStream in) throws IOException {
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
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1000L);
  }
}
