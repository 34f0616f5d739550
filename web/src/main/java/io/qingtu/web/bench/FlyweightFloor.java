package io.qingtu.web.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The floor of decoding: location reports from byte arrays into columns, no object made on the way.
 * It finds the marks and the escapes eight bytes at a time, sums up the checksum in the same pass,
 * unescapes where it must, and checks what the codec checks: escapes, checksum, declared length,
 * lengths of the items, digits of the time. Written for one kind of message and nothing else.
 */
final class FlyweightFloor {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle DWORD =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle PHONE =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long MARKS = EACH * 0x7e;
  private static final long ESCAPES = EACH * 0x7d;
  private static final int BASIC_BYTES = 28;
  private static final int LONGEST = 2 * (21 + 1023 + 1);
  private static final int ZONE_SECONDS = 8 * 3600;
  private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

  private final List<byte[]> chunks;
  private final byte[] scratch = new byte[LONGEST];
  private final byte[] cut = new byte[LONGEST];
  private int cutBytes;
  private boolean opened;
  private LocationColumns columns;

  FlyweightFloor(LocationStream stream) {
    chunks = stream.chunks();
  }

  void fill(LocationColumns empty) {
    columns = empty;
    cutBytes = 0;
    opened = false;
    for (byte[] chunk : chunks) {
      read(chunk);
    }
  }

  private void read(byte[] chunk) {
    int from = 0;
    if (cutBytes > 0) {
      while (chunk[from] != 0x7e) {
        cut[cutBytes++] = chunk[from++];
      }
      cut[cutBytes] = 0x7e;
      scan(cut, 0, cutBytes + 1);
      cutBytes = 0;
      from++;
    }
    while (from < chunk.length) {
      int mark = scan(chunk, from, chunk.length);
      if (mark < 0) {
        cutBytes = chunk.length - from;
        System.arraycopy(chunk, from, cut, 0, cutBytes);
        return;
      }
      from = mark + 1;
    }
  }

  /** Reads up to the next mark; where it is, or -1 if it has not come. */
  private int scan(byte[] bytes, int from, int end) {
    long wide = 0;
    long escapes = 0;
    int at = from;
    long marks = 0;
    for (; at <= end - Long.BYTES; at += Long.BYTES) {
      long eight = (long) EIGHT.get(bytes, at);
      marks = zeros(eight ^ MARKS);
      if (marks != 0) {
        int before = Long.numberOfTrailingZeros(marks) & ~7;
        long mask = (1L << before) - 1;
        wide ^= eight & mask;
        escapes |= zeros(eight ^ ESCAPES) & mask;
        at += before >>> 3;
        break;
      }
      wide ^= eight;
      escapes |= zeros(eight ^ ESCAPES);
    }
    int xor = fold(wide);
    if (marks == 0) {
      for (; at < end && bytes[at] != 0x7e; at++) {
        xor ^= bytes[at];
        escapes |= bytes[at] == 0x7d ? 1 : 0;
      }
      if (at == end) {
        return -1;
      }
    }
    if (at > from && opened) {
      if (escapes == 0) {
        frame(bytes, from, at - from, xor & 0xff);
      } else {
        unescape(bytes, from, at);
      }
    }
    opened = true;
    return at;
  }

  private void unescape(byte[] bytes, int from, int end) {
    int length = 0;
    int xor = 0;
    for (int at = from; at < end; at++) {
      byte b = bytes[at];
      if (b == 0x7d && at < end - 1) {
        byte second = bytes[++at];
        if (second != 0x01 && second != 0x02) {
          throw new IllegalStateException("escape " + second);
        }
        b = (byte) (0x7c + second);
      }
      xor ^= b;
      scratch[length++] = b;
    }
    frame(scratch, 0, length, xor & 0xff);
  }

  private void frame(byte[] bytes, int from, int length, int checksum) {
    int attributes = word(bytes, from + 2);
    boolean since2019 = (attributes & 1 << 14) != 0;
    int header = (since2019 ? 17 : 12) + ((attributes & 1 << 13) == 0 ? 0 : 4);
    if (checksum != 0
        || length != header + (attributes & 0x3ff) + 1
        || (attributes & 0x7 << 10) != 0
        || word(bytes, from) != 0x0200
        || length < header + BASIC_BYTES + 1) {
      throw new IllegalStateException("no location report at " + from);
    }
    int row = columns.rows++;
    if (since2019) {
      columns.version[row] = 2019;
      columns.phoneHead[row] = word(bytes, from + 5);
      columns.phoneTail[row] = (long) PHONE.get(bytes, from + 7);
      columns.serialNumber[row] = word(bytes, from + 15);
    } else {
      columns.version[row] = 2013;
      columns.phoneHead[row] = 0;
      columns.phoneTail[row] = (long) word(bytes, from + 4) << 32 | dword(bytes, from + 6);
      columns.serialNumber[row] = word(bytes, from + 10);
    }
    body(bytes, from + header, from + length - 1, row);
  }

  private void body(byte[] bytes, int from, int end, int row) {
    columns.alarms[row] = dword(bytes, from);
    columns.status[row] = dword(bytes, from + 4);
    columns.latitudeE6[row] = dword(bytes, from + 8);
    columns.longitudeE6[row] = dword(bytes, from + 12);
    columns.altitudeMetres[row] = (short) WORD.get(bytes, from + 16);
    columns.speedDeciKmh[row] = word(bytes, from + 18);
    columns.directionDegrees[row] = word(bytes, from + 20);
    columns.epochSecond[row] = time((long) word(bytes, from + 22) << 32 | dword(bytes, from + 24));
    int at = from + BASIC_BYTES;
    while (at + 2 <= end && at + 2 + (bytes[at + 1] & 0xff) <= end) {
      item((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff, bytes, at + 2, row);
      at += 2 + (bytes[at + 1] & 0xff);
    }
  }

  private void item(int idAndLength, byte[] bytes, int at, int row) {
    switch (idAndLength) {
      case 0x01_04 -> columns.mileageDeciKm[row] = dword(bytes, at);
      case 0x02_02 -> columns.fuelDeciLitres[row] = word(bytes, at);
      case 0x03_02 -> columns.recorderDeciKmh[row] = word(bytes, at);
      case 0x25_04 -> columns.vehicleSignals[row] = dword(bytes, at);
      case 0x30_01 -> columns.signalStrength[row] = bytes[at] & 0xff;
      case 0x31_01 -> columns.satellites[row] = bytes[at] & 0xff;
      default -> {
        // nothing else is in a column
      }
    }
  }

  private static long time(long bcd) {
    int year = pair(bcd, 40);
    int month = pair(bcd, 32);
    int day = pair(bcd, 24);
    int hour = pair(bcd, 16);
    int minute = pair(bcd, 8);
    int second = pair(bcd, 0);
    boolean leap = year % 4 == 0;
    if (((bcd + 0x666666666666L ^ bcd ^ 0x666666666666L) & 0x1111111111110L) != 0
        || month < 1
        || month > 12
        || day < 1
        || day > (month == 2 ? leap ? 29 : 28 : 30 + (month + month / 8) % 2)
        || hour > 23
        || minute > 59
        || second > 59) {
      throw new IllegalStateException("no time: " + Long.toHexString(bcd));
    }
    int days =
        10_957
            + 365 * year
            + (year + 3) / 4
            + DAYS_BEFORE[month - 1]
            + day
            - 1
            + (leap && month > 2 ? 1 : 0);
    return (days * 24L + hour) * 3600 + minute * 60 + second - ZONE_SECONDS;
  }

  private static int pair(long bcd, int shift) {
    int pair = (int) (bcd >>> shift) & 0xff;
    return (pair >>> 4) * 10 + (pair & 0xf);
  }

  private static int word(byte[] bytes, int at) {
    return (short) WORD.get(bytes, at) & 0xffff;
  }

  private static long dword(byte[] bytes, int at) {
    return (int) DWORD.get(bytes, at) & 0xffffffffL;
  }

  private static int fold(long eight) {
    long wide = eight ^ eight >>> 32;
    wide ^= wide >>> 16;
    return (int) (wide ^ wide >>> 8);
  }

  /** The high bit of each byte that is 0, and perhaps of bytes above such a one. */
  private static long zeros(long eight) {
    return eight - EACH & ~eight & HIGH;
  }
}
