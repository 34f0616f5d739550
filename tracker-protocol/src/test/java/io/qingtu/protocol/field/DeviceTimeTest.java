package io.qingtu.protocol.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTimeTest {
  @Test
  void readsDigitsAsTimeInTheEighthZone() {
    assertEquals(
        Optional.of(Instant.parse("2025-12-31T16:00:00Z")),
        new DeviceTime(0x260101_000000L).instant());
  }

  @Test
  void writesWhatItReads() {
    Instant time = Instant.parse("2028-02-29T15:59:59Z");
    assertEquals(new DeviceTime(0x280229_235959L), DeviceTime.of(time));
    assertEquals(Optional.of(time), DeviceTime.of(time).instant());
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0x000000_000000L, // a terminal that never had a fix
        0x260001_000000L,
        0x261301_000000L,
        0x260100_000000L,
        0x270229_000000L, // no leap year
        0x260431_000000L,
        0x260101_240000L,
        0x260101_006000L,
        0x260101_000060L,
        0x26010a_000000L,
        0x2a0101_000000L,
        0xa60101_000000L,
        0x260101_00000aL,
        0xffffff_ffffffL
      })
  void keepsDigitsThatAreNoTime(long bcd) {
    assertEquals(Optional.empty(), new DeviceTime(bcd).instant());
    assertEquals(bcd, new DeviceTime(bcd).bcd());
  }

  @Test
  void knowsEveryDayOfTheCenturyAndNoOther() {
    int days = 0;
    for (int year = 0; year < 100; year++) {
      for (int month = 0; month < 14; month++) {
        for (int day = 0; day < 33; day++) {
          long bcd = Long.parseLong(String.format("%02d%02d%02d123456", year, month, day), 16);
          boolean exists =
              month >= 1
                  && month <= 12
                  && day >= 1
                  && day <= YearMonth.of(2000 + year, month).lengthOfMonth();
          Optional<Instant> expected =
              exists
                  ? Optional.of(
                      LocalDateTime.of(2000 + year, month, day, 12, 34, 56)
                          .toInstant(DeviceTime.ZONE))
                  : Optional.empty();
          assertEquals(expected, new DeviceTime(bcd).instant());
          days += exists ? 1 : 0;
        }
      }
    }
    assertEquals(36_525, days);
  }
}
