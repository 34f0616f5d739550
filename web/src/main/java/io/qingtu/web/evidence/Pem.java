package io.qingtu.web.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Keys as text (RFC 7468), as OpenSSL reads and writes them. */
public final class Pem {
  private static final String PUBLIC = "PUBLIC KEY";

  private Pem() {}

  /** A public key as text. */
  public static String ofKey(PublicKey key) {
    return write(PUBLIC, key.getEncoded());
  }

  /**
   * @throws IllegalArgumentException where the text is no Ed25519 public key
   */
  public static PublicKey key(String text) {
    try {
      return KeyFactory.getInstance(EvidenceKey.ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(read(PUBLIC, text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("is no Ed25519 public key", e);
    }
  }

  /** By which people compare two keys: SHA-256 of its bytes, in hex. */
  public static String fingerprint(PublicKey key) {
    return HexFormat.of().formatHex(Digests.sha256(key.getEncoded()));
  }

  static String write(String label, byte[] der) {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(label, lines.encodeToString(der));
  }

  static byte[] read(String label, String text) {
    String begin = "-----BEGIN " + label + "-----";
    String end = "-----END " + label + "-----";
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("holds no " + label);
    }
    String inside = text.substring(from + begin.length(), to).replaceAll("\\s", "");
    return Base64.getDecoder().decode(inside);
  }
}
