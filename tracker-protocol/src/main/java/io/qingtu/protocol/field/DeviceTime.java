package io.qingtu.protocol.field;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Time as a terminal sends it, BCD[6] YYMMDDhhmmss in GMT+8. Terminals without a clock send zeros
 * or nonsense: the digits are kept as they came, {@link #instant} says whether they are a time.
 *
 * @param bcd the six bytes as a number, 0–0xFFFFFFFFFFFF
 */
public record DeviceTime(long bcd) {
  /** The standard's time zone; it knows no summer time. */
  public static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  private static final int CENTURY = 2000;
  private static final long SIXES = 0x666666666666L;
  private static final long CARRIES = 0x1111111111110L;

  /** The time cut to seconds; the century is lost. */
  public static DeviceTime of(Instant time) {
    LocalDateTime local = LocalDateTime.ofInstant(time, ZONE);
    long bcd = bcd(local.getYear() % 100);
    bcd = bcd << 8 | bcd(local.getMonthValue());
    bcd = bcd << 8 | bcd(local.getDayOfMonth());
    bcd = bcd << 8 | bcd(local.getHour());
    bcd = bcd << 8 | bcd(local.getMinute());
    bcd = bcd << 8 | bcd(local.getSecond());
    return new DeviceTime(bcd);
  }

  /** The moment in the years 2000–2099; empty if the digits are no date and time of day. */
  public Optional<Instant> instant() {
    int year = CENTURY + pair(40);
    int month = pair(32);
    int day = pair(24);
    int hour = pair(16);
    int minute = pair(8);
    int second = pair(0);
    boolean valid =
        isDecimal()
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth()
            && hour < 24
            && minute < 60
            && second < 60;
    return valid
        ? Optional.of(LocalDateTime.of(year, month, day, hour, minute, second).toInstant(ZONE))
        : Optional.empty();
  }

  /** Adding six to a digit above nine carries into the next one. */
  private boolean isDecimal() {
    return ((bcd + SIXES ^ bcd ^ SIXES) & CARRIES) == 0;
  }

  private int pair(int shift) {
    int pair = (int) (bcd >>> shift) & 0xff;
    return (pair >>> 4) * 10 + (pair & 0x0f);
  }

  private static long bcd(int twoDigits) {
    return twoDigits / 10 << 4 | twoDigits % 10;
  }
}
