package io.qingtu.protocol.field;

import java.util.Arrays;
import java.util.Objects;

/**
 * Writes the fields of a body from front to back; the inverse of {@link BodyReader}. A number that
 * its field cannot hold, a count and a length among them, is an {@link IllegalArgumentException}
 * and never cut to the bits that fit.
 */
public final class BodyWriter {
  private static final char NO_CHARACTER = '\uFFFD';
  private static final int NO_CHARACTER_BYTE = 0xff;
  private static final long DWORD_MASK = 0xffff_ffffL;

  private byte[] array;
  private int length;

  public BodyWriter() {
    this(64);
  }

  /**
   * @param bytes that are expected; more find room, too
   */
  public BodyWriter(int bytes) {
    array = new byte[bytes];
  }

  /** BYTE: 0 to 255. */
  public BodyWriter u8(int value) {
    requireFits(value, 0, 0xff, "BYTE");
    int at = grow(1);
    array[at] = (byte) value;
    return this;
  }

  /** WORD: 0 to 65535, or a signed value from −32768. */
  public BodyWriter u16(int value) {
    requireFits(value, Short.MIN_VALUE, 0xffff, "WORD");
    int at = grow(Short.BYTES);
    DataTypes.WORD.set(array, at, (short) value);
    return this;
  }

  /** DWORD: 0 to 2³² − 1, or a signed value from −2³¹. */
  public BodyWriter u32(long value) {
    requireFits(value, Integer.MIN_VALUE, DWORD_MASK, "DWORD");
    int at = grow(Integer.BYTES);
    DataTypes.DWORD.set(array, at, (int) value);
    return this;
  }

  /** 64 bits. */
  public BodyWriter u64(long value) {
    return u32(value >>> Integer.SIZE).u32(value & DWORD_MASK);
  }

  private void requireFits(long value, long least, long most, String type) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          value + " does not fit the " + type + " at byte " + length + " of the body");
    }
  }

  /** BCD[6]. */
  public BodyWriter time(DeviceTime time) {
    return u16((int) (time.bcd() >>> Integer.SIZE)).u32(time.bcd() & DWORD_MASK);
  }

  public BodyWriter bytes(Bytes value) {
    int at = grow(value.length());
    System.arraycopy(value.array, value.from, array, at, value.length());
    return this;
  }

  /** Text without terminator. */
  public BodyWriter text(String value) {
    return bytes(encode(value));
  }

  /** Text in a field of {@code count} bytes, filled up with 0x00. */
  public BodyWriter paddedText(String value, int count) {
    return paddedText(value, count, 0x00);
  }

  /**
   * Text in a field of {@code count} bytes, filled up at its end.
   *
   * @throws IllegalArgumentException if the text is longer
   */
  public BodyWriter paddedText(String value, int count, int filler) {
    Bytes text = encode(value);
    if (text.length() > count) {
      throw new IllegalArgumentException(
          "'" + value + "' takes " + text.length() + " bytes, the field has " + count);
    }
    bytes(text);
    int at = grow(count - text.length());
    Arrays.fill(array, at, length, (byte) filler);
    return this;
  }

  /**
   * Text in GB18030, as it stands in a body. What stands for bytes that were no character is
   * written as one byte that is none: never longer than what was read, and read as the same.
   */
  public static Bytes encode(String value) {
    BodyWriter out = new BodyWriter();
    int from = 0;
    for (int at = value.indexOf(NO_CHARACTER); at >= 0; at = value.indexOf(NO_CHARACTER, from)) {
      out.characters(value.substring(from, at)).u8(NO_CHARACTER_BYTE);
      from = at + 1;
    }
    return out.characters(value.substring(from)).toBytes();
  }

  private BodyWriter characters(String value) {
    byte[] text = value.getBytes(DataTypes.TEXT);
    return bytes(Bytes.wrap(text, 0, text.length));
  }

  /** Bytes written so far. */
  public int length() {
    return length;
  }

  /** Overwrites a BYTE, for a length that is known only behind what it measures. */
  public void setU8(int at, int value) {
    requireFits(value, 0, 0xff, "BYTE");
    array[Objects.checkIndex(at, length)] = (byte) value;
  }

  /** What was written. */
  public Bytes toBytes() {
    return Bytes.wrap(toArray(), 0, length);
  }

  /** What was written, for the caller alone. */
  public byte[] toArray() {
    return Arrays.copyOf(array, length);
  }

  private int grow(int count) {
    int at = length;
    length += count;
    if (length > array.length) {
      array = Arrays.copyOf(array, Math.max(length, 2 * array.length));
    }
    return at;
  }
}
