package io.qingtu.protocol.field;

import io.qingtu.protocol.field.MalformedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the fields of a body from front to back. Every method throws {@link MalformedException} if
 * the body ends before the field does.
 *
 * <p>A decoder names each field in front of reading it, {@code in.field("interval", "s").u16()}, so
 * that the same code serves those who want to see which bytes mean what; where nobody does, the
 * name costs nothing.
 */
public final class BodyReader {
  private final Bytes body;
  private final byte[] array;
  private final int end;
  private final FieldLog log;
  private int position;
  private String name = "";
  private String unit = "";

  public BodyReader(Bytes body) {
    this(body, null);
  }

  /**
   * @param log is told of every field; null if nobody wants to know
   */
  public BodyReader(Bytes body, FieldLog log) {
    this.body = body;
    array = body.array;
    position = body.from;
    end = body.from + body.length();
    this.log = log;
  }

  /** Names the field that is read next. */
  public BodyReader field(String fieldName) {
    return field(fieldName, "");
  }

  /** Names the field that is read next, and the unit it is measured in. */
  public BodyReader field(String fieldName, String fieldUnit) {
    if (log != null) {
      name = fieldName;
      unit = fieldUnit;
    }
    return this;
  }

  /** The fields up to {@link #leave} belong to one of several alike, counted from 0. */
  public void enter(String group, int index) {
    if (log != null) {
      log.enter(group, index);
    }
  }

  public void leave() {
    if (log != null) {
      log.leave();
    }
  }

  /** What is read, from its begin. */
  public Bytes body() {
    return body;
  }

  /** Where in {@link #body} the next field begins. */
  public int position() {
    return position - body.from;
  }

  public int remaining() {
    return end - position;
  }

  /** BYTE. */
  public int u8() {
    int at = take(1);
    int value = array[at] & 0xff;
    if (log != null) {
      tell(at, value);
    }
    return value;
  }

  /** WORD. */
  public int u16() {
    int at = take(2);
    int value = (short) DataTypes.WORD.get(array, at) & 0xffff;
    if (log != null) {
      tell(at, value);
    }
    return value;
  }

  /** WORD with a sign, in two's complement. */
  public int s16() {
    int at = take(2);
    int value = (short) DataTypes.WORD.get(array, at);
    if (log != null) {
      tell(at, value);
    }
    return value;
  }

  /** DWORD. */
  public long u32() {
    int at = take(4);
    long value = (int) DataTypes.DWORD.get(array, at) & 0xffffffffL;
    if (log != null) {
      tell(at, value);
    }
    return value;
  }

  /** 64 bits, as the video standard's alarm words. */
  public long u64() {
    int at = take(8);
    long value =
        (long) (int) DataTypes.DWORD.get(array, at) << 32
            | (int) DataTypes.DWORD.get(array, at + 4) & 0xffffffffL;
    if (log != null) {
      tell(at, value);
    }
    return value;
  }

  /** BCD[6], YYMMDDhhmmss. */
  public DeviceTime time() {
    int at = take(6);
    DeviceTime value =
        new DeviceTime(
            ((short) DataTypes.WORD.get(array, at) & 0xffffL) << 32
                | (int) DataTypes.DWORD.get(array, at + 2) & 0xffffffffL);
    if (log != null) {
      tell(at, value);
    }
    return value;
  }

  public Bytes bytes(int count) {
    int at = take(count);
    Bytes value = Bytes.wrap(array, at, count);
    if (log != null) {
      tell(at, value);
    }
    return value;
  }

  public Bytes rest() {
    return bytes(remaining());
  }

  /** Text in a field of {@code count} bytes, without what fills it up (0x00 and blanks). */
  public String paddedText(int count) {
    int at = take(count);
    int start = at;
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
    String value = new String(array, start, terminator - start, DataTypes.TEXT);
    if (log != null) {
      tell(at, value);
    }
    return value;
  }

  /** Text of {@code count} bytes, up to the first 0x00: STRING ends there in 2011. */
  public String text(int count) {
    int at = take(count);
    int stop = at;
    while (stop < at + count && array[stop] != 0) {
      stop++;
    }
    String value = new String(array, at, stop - at, DataTypes.TEXT);
    if (log != null) {
      tell(at, value);
    }
    return value;
  }

  /** Text up to the end of the body. */
  public String text() {
    return text(remaining());
  }

  /**
   * What stands several times, one behind the other. Memory follows the bytes that are there, not
   * the count.
   *
   * @param group name of all of them
   * @param count as the body tells it
   * @throws MalformedException if there are fewer
   */
  public <T> List<T> list(String group, long count, Function<BodyReader, T> item) {
    List<T> list = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      enter(group, (int) i);
      list.add(item.apply(this));
      leave();
    }
    return list;
  }

  /** A reader of the next {@code count} bytes alone; this one goes on behind them. */
  public BodyReader part(int count) {
    int at = take(count);
    return new BodyReader(Bytes.wrap(array, at, count), log);
  }

  /** A second reader of what is left; this one stays where it is. For layouts told by content. */
  public BodyReader ahead() {
    return new BodyReader(Bytes.wrap(array, position, remaining()), null);
  }

  /** Whether anybody is told of the fields: then none may be skipped. */
  public boolean isHeard() {
    return log != null;
  }

  /** Passes over bytes that nobody wants to hear of. */
  public void skip(int count) {
    take(count);
  }

  private static boolean isFiller(byte b) {
    return b == 0 || b == ' ';
  }

  private void tell(int at, Object value) {
    log.field(name, unit, at, position - at, value);
    name = "";
    unit = "";
  }

  private int take(int count) {
    int at = position;
    if (count < 0 || count > end - at) {
      throw new MalformedException(
          Reason.MALFORMED, "field of " + count + " bytes, " + (end - at) + " left");
    }
    position = at + count;
    return at;
  }
}
