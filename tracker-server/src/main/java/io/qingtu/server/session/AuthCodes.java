package io.qingtu.server.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/** Authentication codes: 20 letters and digits, which every terminal can keep. */
final class AuthCodes {
  private static final String SYMBOLS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private AuthCodes() {}

  static String next() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(SYMBOLS.charAt(RANDOM.nextInt(SYMBOLS.length())));
    }
    return code.toString();
  }

  /** Takes the same time wherever they differ. */
  static boolean equal(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
