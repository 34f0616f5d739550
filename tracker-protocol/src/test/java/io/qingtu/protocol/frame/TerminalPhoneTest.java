package io.qingtu.protocol.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TerminalPhoneTest {
  @Test
  void hasOneIdentityInAllVersions() {
    TerminalPhone old = TerminalPhone.of("13800000001", ProtocolVersion.V2013);
    TerminalPhone current = TerminalPhone.of("13800000001", ProtocolVersion.V2019);
    assertEquals("013800000001", old.digits());
    assertEquals("00000000013800000001", current.digits());
    assertEquals("13800000001", old.identity());
    assertEquals(old.identity(), current.identity());
  }

  @Test
  void keepsBytesThatAreNoDigits() {
    TerminalPhone phone = TerminalPhone.of("00a1f2000b0c", ProtocolVersion.V2013);
    assertEquals("00a1f2000b0c", phone.digits());
    assertEquals("a1f2000b0c", phone.identity());
  }

  @Test
  void zerosAloneAreStillAnIdentity() {
    assertEquals("0", TerminalPhone.of("000000000000", ProtocolVersion.V2013).identity());
  }

  @Test
  void refusesMoreDigitsThanTheHeaderHasRoomFor() {
    assertThrows(
        IllegalArgumentException.class,
        () -> TerminalPhone.of("1234567890123", ProtocolVersion.V2013));
  }
}
