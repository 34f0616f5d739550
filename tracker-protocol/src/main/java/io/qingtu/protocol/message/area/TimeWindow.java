package io.qingtu.protocol.message.area;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.DeviceTime;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When an area counts (起始时间, 结束时间): once, or daily where the digits of the date are zeros.
 *
 * @param start first moment
 * @param end last moment
 */
public record TimeWindow(DeviceTime start, DeviceTime end) {
  private static final int DATE_SHIFT = 24;
  private static final long TIME_OF_DAY = 0xffffff;

  /** The same hours of every day. */
  public static TimeWindow daily(LocalTime start, LocalTime end) {
    return new TimeWindow(timeOfDay(start), timeOfDay(end));
  }

  private static DeviceTime timeOfDay(LocalTime time) {
    DeviceTime dated =
        DeviceTime.of(LocalDate.of(2000, 1, 1).atTime(time).toInstant(DeviceTime.ZONE));
    return new DeviceTime(dated.bcd() & TIME_OF_DAY);
  }

  /** Whether it repeats every day. */
  public boolean isDaily() {
    return start.bcd() >>> DATE_SHIFT == 0 && end.bcd() >>> DATE_SHIFT == 0;
  }

  static TimeWindow decode(BodyReader in) {
    return new TimeWindow(in.field("start", "GMT+8").time(), in.field("end", "GMT+8").time());
  }

  void encode(BodyWriter out) {
    out.time(start).time(end);
  }
}
