package io.qingtu.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @Test
  void agreesWithTheVectorsOfRfc6238() {
    // appendix B, SHA-1; the last six of its eight digits
    assertEquals("287082", Totp.code(SECRET, 59 / 30));
    assertEquals("081804", Totp.code(SECRET, 1111111109L / 30));
    assertEquals("050471", Totp.code(SECRET, 1111111111L / 30));
    assertEquals("005924", Totp.code(SECRET, 1234567890L / 30));
    assertEquals("279037", Totp.code(SECRET, 2000000000L / 30));
    assertEquals("353130", Totp.code(SECRET, 20000000000L / 30));
  }

  @Test
  void takesACodeOfTheStepsBesideAndOfNoOther() {
    Instant now = Instant.ofEpochSecond(3000);
    for (long step = 99; step <= 101; step++) {
      assertEquals(OptionalLong.of(step), Totp.step(SECRET, Totp.code(SECRET, step), now));
    }
    assertTrue(Totp.step(SECRET, Totp.code(SECRET, 98), now).isEmpty());
    assertTrue(Totp.step(SECRET, Totp.code(SECRET, 102), now).isEmpty());
    assertTrue(Totp.step(SECRET, "", now).isEmpty());
    assertTrue(Totp.step(SECRET, "28708", now).isEmpty());
  }

  @Test
  void writesBase32AsRfc4648() {
    for (String[] pair :
        new String[][] {
          {"", ""},
          {"f", "MY"},
          {"fo", "MZXQ"},
          {"foo", "MZXW6"},
          {"foob", "MZXW6YQ"},
          {"fooba", "MZXW6YTB"},
          {"foobar", "MZXW6YTBOI"}
        }) {
      assertEquals(pair[1], Totp.base32(pair[0].getBytes(StandardCharsets.US_ASCII)));
    }
  }
}
