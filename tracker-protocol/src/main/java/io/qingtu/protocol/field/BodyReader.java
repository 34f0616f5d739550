package io.qingtu.protocol.field;

import io.qingtu.protocol.field.MalformedException.Reason;

/**
 * Reads the fields of a body from front to back. Every method throws {@link MalformedException} if
 * the body ends before the field does.
 */
public final class BodyReader {
  private final byte[] array;
  private final int end;
  private int position;

  public BodyReader(Bytes body) {
    array = body.array;
    position = body.from;
    end = body.from + body.length();
  }

  public int remaining() {
    return end - position;
  }

  /** BYTE. */
  public int u8() {
    return array[take(1)] & 0xff;
  }

  /** WORD. */
  public int u16() {
    return (short) DataTypes.WORD.get(array, take(2)) & 0xffff;
  }

  /** WORD with a sign, in two's complement. */
  public int s16() {
    return (short) DataTypes.WORD.get(array, take(2));
  }

  /** DWORD. */
  public long u32() {
    return (int) DataTypes.DWORD.get(array, take(4)) & 0xffffffffL;
  }

  /** BCD[6], YYMMDDhhmmss. */
  public DeviceTime time() {
    int at = take(6);
    return new DeviceTime(
        ((short) DataTypes.WORD.get(array, at) & 0xffffL) << 32
            | (int) DataTypes.DWORD.get(array, at + 2) & 0xffffffffL);
  }

  public Bytes bytes(int count) {
    return Bytes.wrap(array, take(count), count);
  }

  public Bytes rest() {
    return bytes(remaining());
  }

  /** A reader of the next {@code count} bytes alone; this one goes on behind them. */
  public BodyReader part(int count) {
    return new BodyReader(bytes(count));
  }

  /** Text in a field of {@code count} bytes, without what fills it up (0x00 and blanks). */
  public String paddedText(int count) {
    int start = take(count);
    int stop = start + count;
    while (start < stop && isFiller(array[start])) {
      start++;
    }
    int terminator = start;
    while (terminator < stop && array[terminator] != 0) {
      terminator++;
    }
    while (terminator > start && isFiller(array[terminator - 1])) {
      terminator--;
    }
    return new String(array, start, terminator - start, DataTypes.TEXT);
  }

  /** Text of {@code count} bytes, up to the first 0x00: STRING ends there in 2011. */
  public String text(int count) {
    int start = take(count);
    int stop = start;
    while (stop < start + count && array[stop] != 0) {
      stop++;
    }
    return new String(array, start, stop - start, DataTypes.TEXT);
  }

  /** Text up to the end of the body. */
  public String text() {
    return text(remaining());
  }

  private static boolean isFiller(byte b) {
    return b == 0 || b == ' ';
  }

  private int take(int count) {
    int at = position;
    if (count > end - at) {
      throw new MalformedException(
          Reason.MALFORMED, "field of " + count + " bytes, " + (end - at) + " left");
    }
    position = at + count;
    return at;
  }
}
