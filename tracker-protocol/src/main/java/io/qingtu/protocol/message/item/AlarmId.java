package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;

/**
 * What names an alarm between terminal and platform (报警标识号): 16 bytes in T/JSATL 12-2017, 40 in
 * T/GDRTA 002-2020. Terminals take either whatever their header says, so that the length decides.
 *
 * @param terminalId 7 or 30 bytes
 * @param time of the alarm
 * @param sequence 0 and up among the alarms of one second
 * @param attachments files that belong to the alarm
 * @param reserved 1 or 2 bytes
 */
public record AlarmId(
    Bytes terminalId, DeviceTime time, int sequence, int attachments, Bytes reserved) {
  /** Bytes of T/JSATL's. */
  public static final int SHORT = 16;

  /** Bytes of T/GDRTA's. */
  public static final int LONG = 40;

  private static final int SHORT_TERMINAL_ID = 7;
  private static final int LONG_TERMINAL_ID = 30;

  public AlarmId {
    boolean isShort = terminalId.length() == SHORT_TERMINAL_ID && reserved.length() == 1;
    boolean isLong = terminalId.length() == LONG_TERMINAL_ID && reserved.length() == 2;
    if (!isShort && !isLong) {
      throw new IllegalArgumentException(
          "terminal id of "
              + terminalId.length()
              + " and "
              + reserved.length()
              + " reserved bytes");
    }
  }

  /**
   * @param length {@link #SHORT} or {@link #LONG}
   */
  public static AlarmId decode(BodyReader in, int length) {
    boolean isShort = length == SHORT;
    return new AlarmId(
        in.field("terminalId").bytes(terminalIdLength(length)),
        in.field("alarmTime").time(),
        in.field("sequence").u8(),
        in.field("attachments").u8(),
        in.field("reserved").bytes(isShort ? 1 : 2));
  }

  public void encode(BodyWriter out) {
    out.bytes(terminalId).time(time).u8(sequence).u8(attachments).bytes(reserved);
  }

  /** {@link #SHORT} or {@link #LONG}. */
  public int length() {
    return terminalId.length() == SHORT_TERMINAL_ID ? SHORT : LONG;
  }

  /** Bytes of the terminal id in an alarm id of so many bytes. */
  public static int terminalIdLength(int length) {
    return length == SHORT ? SHORT_TERMINAL_ID : LONG_TERMINAL_ID;
  }

  /** As it stands in a message. */
  public Bytes bytes() {
    BodyWriter out = new BodyWriter();
    encode(out);
    return out.toBytes();
  }
}
