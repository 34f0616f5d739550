package io.qingtu.protocol.message.record;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * CAN bus data (CAN 总线数据上传), 0x0705, since 2013.
 *
 * @param count of the frames, as the terminal says it; the length of the body leads
 * @param time when the first frame was received: BCD hhmmss and four digits of milliseconds,
 *     without a date
 * @param trailing bytes behind the last whole frame; empty in a good message
 */
public record CanBusReport(int count, Bytes time, List<CanFrame> frames, Bytes trailing)
    implements TerminalMessage {
  public static final int ID = 0x0705;

  private static final int TIME_BYTES = 5;
  private static final int NANOS_PER_MILLISECOND = 1_000_000;

  public CanBusReport {
    frames = List.copyOf(frames);
    if (time.length() != TIME_BYTES) {
      throw new IllegalArgumentException("a time of " + time.length() + " bytes");
    }
  }

  /** Time of day in GMT+8; empty if the digits are none. */
  public Optional<LocalTime> timeOfDay() {
    String digits = time.hex();
    if (!digits.chars().allMatch(digit -> digit <= '9')) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(digits, 0, 2, 10);
    int minute = Integer.parseInt(digits, 2, 4, 10);
    int second = Integer.parseInt(digits, 4, 6, 10);
    int milliseconds = Integer.parseInt(digits, 6, 10, 10);
    boolean valid = hour < 24 && minute < 60 && second < 60 && milliseconds < 1000;
    return valid
        ? Optional.of(LocalTime.of(hour, minute, second, milliseconds * NANOS_PER_MILLISECOND))
        : Optional.empty();
  }

  public static CanBusReport decode(BodyReader in, ProtocolVersion version) {
    return new CanBusReport(
        in.field("count").u16(),
        in.field("time", "GMT+8").bytes(TIME_BYTES),
        in.list("frames", in.remaining() / CanFrame.BYTES, CanFrame::decode),
        in.field("trailing").rest());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(count).bytes(time);
    frames.forEach(frame -> frame.encode(out));
    out.bytes(trailing);
  }
}
