package io.qingtu.web.http;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Password hashes that describe themselves: {@code pbkdf2-sha256$ROUNDS$SALT$HASH}, so that rounds
 * may grow and other functions may follow.
 */
public final class Passwords {
  /** What OWASP asks of PBKDF2-HMAC-SHA256. */
  private static final int ROUNDS = 600_000;

  private static final int BITS = 256;
  private static final String NAME = "pbkdf2-sha256";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private Passwords() {}

  /** Takes some tenths of a second: never on an event loop. */
  public static String hash(String password) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    byte[] hash = derive(password, salt, ROUNDS);
    return String.join(
        "$", NAME, Integer.toString(ROUNDS), TEXT.encodeToString(salt), TEXT.encodeToString(hash));
  }

  /**
   * @throws IllegalArgumentException where the stored hash is of an unknown form
   */
  public static boolean matches(String password, String stored) {
    String[] part = stored.split("\\$");
    if (part.length != 4 || !part[0].equals(NAME)) {
      throw new IllegalArgumentException("a stored password hash is of an unknown form");
    }
    byte[] salt = Base64.getUrlDecoder().decode(part[2]);
    byte[] hash = Base64.getUrlDecoder().decode(part[3]);
    return MessageDigest.isEqual(hash, derive(password, salt, Integer.parseInt(part[1])));
  }

  /** A password or token that nobody can guess: {@code bytes} random bytes as text. */
  public static String random(int bytes) {
    byte[] b = new byte[bytes];
    RANDOM.nextBytes(b);
    return TEXT.encodeToString(b);
  }

  private static byte[] derive(String password, byte[] salt, int rounds) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }
}
