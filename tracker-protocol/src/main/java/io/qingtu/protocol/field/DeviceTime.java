package io.qingtu.protocol.field;

import java.time.Instant;
import java.time.LocalDateTime;
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

  /** Said of digits that are no date and time of day. */
  public static final long NO_TIME = Long.MIN_VALUE;

  private static final int ZONE_SECONDS = ZONE.getTotalSeconds();

  /** 1 January 2000 in days since 1970. */
  private static final int CENTURY_DAY = 10_957;

  /** Of a year without a leap day, before each month. */
  private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

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
    long second = epochSecond();
    return second == NO_TIME ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second));
  }

  /** The moment in seconds since 1970, or {@link #NO_TIME}. */
  public long epochSecond() {
    int year = pair(40);
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
            && day <= days(year, month)
            && hour < 24
            && minute < 60
            && second < 60;
    return valid
        ? (epochDay(year, month, day) * 24 + hour) * 3600L + minute * 60 + second - ZONE_SECONDS
        : NO_TIME;
  }

  /** Every fourth year of this century is a leap year. */
  private static int days(int year, int month) {
    return month == 2 ? 28 + (year % 4 == 0 ? 1 : 0) : 30 + (month + month / 8) % 2;
  }

  private static long epochDay(int year, int month, int day) {
    int leapDays = (year + 3) / 4 + (month > 2 && year % 4 == 0 ? 1 : 0);
    return CENTURY_DAY + 365L * year + leapDays + DAYS_BEFORE[month - 1] + day - 1;
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
