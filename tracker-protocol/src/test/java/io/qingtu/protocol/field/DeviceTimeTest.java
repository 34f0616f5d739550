package io.qingtu.protocol.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
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
}
