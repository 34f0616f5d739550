package io.qingtu.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordsTest {
  @Test
  void matchesThePasswordAndNoOther() {
    String stored = Passwords.hash("清途 secret");
    assertTrue(Passwords.matches("清途 secret", stored));
    assertFalse(Passwords.matches("清途 secre", stored));
  }

  @Test
  void saltsEachHash() {
    assertNotEquals(Passwords.hash("same"), Passwords.hash("same"));
  }

  @Test
  void agreesWithAPublishedVector() {
    // PBKDF2-HMAC-SHA256, "passwd" / "salt", 1 round, 64 bytes: RFC 7914 section 11; the first 32
    assertTrue(
        Passwords.matches(
            "passwd", "pbkdf2-sha256$1$c2FsdA$VawEblbjCJ_sFpHCJUS2BflBhSFt3gRl5oudV8INrLw"));
  }

  @Test
  void agreesWithTheReferenceOfArgon2id() {
    // of the reference implementation's own tests: 2 passes, 64 MiB, one lane, "password",
    // "somesalt"
    assertTrue(
        Passwords.matches(
            "password",
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
    assertFalse(
        Passwords.matches(
            "passwore",
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
  }

  @Test
  void tellsWhatIsToBeMadeAnew() {
    assertFalse(Passwords.isDated(Passwords.hash("x")));
    assertTrue(
        Passwords.isDated(
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
    assertTrue(
        Passwords.isDated("pbkdf2-sha256$1$c2FsdA$VawEblbjCJ_sFpHCJUS2BflBhSFt3gRl5oudV8INrLw"));
  }

  @Test
  void saysWhenAStoredHashIsOfAnotherForm() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Passwords.matches("a", "$argon2d$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFh"));
  }

  @Test
  void makesTokensOf256Bits() {
    assertEquals(43, Passwords.random(32).length());
    assertNotEquals(Passwords.random(32), Passwords.random(32));
  }
}
