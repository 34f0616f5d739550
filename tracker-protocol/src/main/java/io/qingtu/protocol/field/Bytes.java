package io.qingtu.protocol.field;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable run of bytes: a view, so that cutting a frame into fields copies nothing. */
public final class Bytes {
  public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

  final byte[] array;
  final int from;
  private final int length;

  private Bytes(byte[] array, int from, int length) {
    this.array = array;
    this.from = from;
    this.length = length;
  }

  /** A view of an array that nobody writes to any more. */
  public static Bytes wrap(byte[] array, int from, int length) {
    if ((from | length | array.length - from - length) < 0) {
      throw new IndexOutOfBoundsException(from + "+" + length + " of " + array.length);
    }
    return length == 0 ? EMPTY : new Bytes(array, from, length);
  }

  public static Bytes copyOf(byte... bytes) {
    return wrap(bytes.clone(), 0, bytes.length);
  }

  /**
   * @throws IllegalArgumentException if the text is no hexadecimal string
   */
  public static Bytes ofHex(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return wrap(bytes, 0, bytes.length);
  }

  public int length() {
    return length;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /** The byte at {@code index}, 0–255. */
  public int at(int index) {
    if (index < 0 || index >= length) {
      throw new IndexOutOfBoundsException(index + " of " + length);
    }
    return array[from + index] & 0xff;
  }

  /** WORD at {@code index}. */
  public int u16(int index) {
    return (short) DataTypes.WORD.get(array, start(index, Short.BYTES)) & 0xffff;
  }

  /** DWORD at {@code index}. */
  public long u32(int index) {
    return (int) DataTypes.DWORD.get(array, start(index, Integer.BYTES)) & 0xffffffffL;
  }

  /**
   * Looks through a run of entries, each an id (BYTE), a length (BYTE) and a value.
   *
   * @param begin of the first entry
   * @param end of the last entry; none may run over it
   * @param head id and length that are looked for, as a WORD
   * @return where the first such value begins; -1 if there is none
   */
  public int indexOfValue(int begin, int end, int head) {
    int stop = from + Math.min(end, length);
    int at = from + begin;
    while (at < stop) {
      int found = (array[at] & 0xff) << Byte.SIZE | array[at + 1] & 0xff;
      at += Short.BYTES;
      if (found == head) {
        return at - from;
      }
      at += found & 0xff;
    }
    return -1;
  }

  private int start(int index, int count) {
    if (index < 0 || index > length - count) {
      throw new IndexOutOfBoundsException(index + "+" + count + " of " + length);
    }
    return from + index;
  }

  public Bytes slice(int offset, int count) {
    if ((offset | count | length - offset - count) < 0) {
      throw new IndexOutOfBoundsException(offset + "+" + count + " of " + length);
    }
    return count == length ? this : wrap(array, from + offset, count);
  }

  public byte[] toArray() {
    return Arrays.copyOfRange(array, from, from + length);
  }

  /** Lower case, without separators. */
  public String hex() {
    return HexFormat.of().formatHex(array, from, from + length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that
        && Arrays.equals(
            array, from, from + length, that.array, that.from, that.from + that.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + array[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    return hex();
  }
}
