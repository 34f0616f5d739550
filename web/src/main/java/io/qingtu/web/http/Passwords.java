package io.qingtu.web.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Password hashes that describe themselves: Argon2id in the usual form {@code
 * $argon2id$v=19$m=…,t=…,p=…$SALT$HASH}, and {@code pbkdf2-sha256$ROUNDS$SALT$HASH} of earlier
 * versions, which is verified still and is to be made anew at the next sign-in.
 */
public final class Passwords {
  /** What OWASP asks of Argon2id: 19 MiB, two passes, one lane. */
  private static final Cost COST = new Cost(19_456, 2, 1);

  private static final Pattern ARGON2ID =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([^$]+)\\$([^$]+)");

  private static final Pattern PBKDF2 =
      Pattern.compile("pbkdf2-sha256\\$(\\d{1,8})\\$([^$]+)\\$([^$]+)");

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  /** The form of Argon2's hashes has the other alphabet. */
  private static final Base64.Encoder ARGON2_TEXT = Base64.getEncoder().withoutPadding();

  /**
   * @param memory KiB
   * @param passes over the memory
   */
  private record Cost(int memory, int passes, int lanes) {}

  private Passwords() {}

  /** Takes about a tenth of a second and 19 MiB: never on an event loop. */
  public static String hash(String password) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    byte[] hash = argon2id(password, salt, COST, BYTES);
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            COST.memory,
            COST.passes,
            COST.lanes,
            ARGON2_TEXT.encodeToString(salt),
            ARGON2_TEXT.encodeToString(hash));
  }

  /**
   * @throws IllegalArgumentException where the stored hash is of an unknown form
   */
  public static boolean matches(String password, String stored) {
    Matcher argon2id = ARGON2ID.matcher(stored);
    if (argon2id.matches()) {
      byte[] salt = Base64.getDecoder().decode(argon2id.group(4));
      byte[] hash = Base64.getDecoder().decode(argon2id.group(5));
      return MessageDigest.isEqual(hash, argon2id(password, salt, cost(argon2id), hash.length));
    }
    Matcher pbkdf2 = PBKDF2.matcher(stored);
    if (!pbkdf2.matches()) {
      throw new IllegalArgumentException("a stored password hash is of an unknown form");
    }
    byte[] salt = Base64.getUrlDecoder().decode(pbkdf2.group(2));
    byte[] hash = Base64.getUrlDecoder().decode(pbkdf2.group(3));
    return MessageDigest.isEqual(
        hash, pbkdf2(password, salt, Integer.parseInt(pbkdf2.group(1)), hash.length));
  }

  /** Whether a hash is of an earlier function or of another cost than those made now. */
  public static boolean isDated(String stored) {
    Matcher argon2id = ARGON2ID.matcher(stored);
    return !argon2id.matches() || !cost(argon2id).equals(COST);
  }

  /** A password or token that nobody can guess: {@code bytes} random bytes as text. */
  public static String random(int bytes) {
    byte[] b = new byte[bytes];
    RANDOM.nextBytes(b);
    return TEXT.encodeToString(b);
  }

  private static Cost cost(Matcher argon2id) {
    return new Cost(
        Integer.parseInt(argon2id.group(1)),
        Integer.parseInt(argon2id.group(2)),
        Integer.parseInt(argon2id.group(3)));
  }

  private static byte[] argon2id(String password, byte[] salt, Cost cost, int bytes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memory)
            .withIterations(cost.passes)
            .withParallelism(cost.lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[bytes];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  private static byte[] pbkdf2(String password, byte[] salt, int rounds, int bytes) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, bytes * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }
}
