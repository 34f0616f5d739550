package io.qingtu.server.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** A private key in a PEM file. */
final class PemKey {
  private PemKey() {}

  /**
   * @param algorithm RSA or EC
   */
  static PrivateKey read(Path file, String algorithm) throws IOException, GeneralSecurityException {
    String base64 = Files.readString(file).replaceAll("(?s).*?-----BEGIN PRIVATE KEY-----", "");
    byte[] bytes = Base64.getMimeDecoder().decode(base64.replaceAll("(?s)-----END.*", ""));
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
  }

  /** Whether what the one signs the other finds right. */
  static boolean belongTogether(PrivateKey secret, PublicKey known)
      throws GeneralSecurityException {
    String name = "SHA256with" + (secret.getAlgorithm().equals("EC") ? "ECDSA" : "RSA");
    byte[] anything = "anything".getBytes(StandardCharsets.UTF_8);
    Signature signing = Signature.getInstance(name);
    signing.initSign(secret);
    signing.update(anything);
    Signature verifying = Signature.getInstance(name);
    verifying.initVerify(known);
    verifying.update(anything);
    return verifying.verify(signing.sign());
  }
}
