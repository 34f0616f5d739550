package io.qingtu.web.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

/**
 * The house's Ed25519 key, which signs evidence. It is made once, in a folder of its own, the
 * private half for nobody else to read; its public half goes with every bundle.
 */
public final class EvidenceKey {
  static final String ALGORITHM = "Ed25519";

  /** Holds both halves, for the owner's eyes only. */
  static final String FILE = "evidence-ed25519.key";

  /** The public half, for whoever is to check. */
  static final String PUBLIC_FILE = "evidence-ed25519.pub";

  private static final String SECRET = "PRIVATE KEY";

  private final PrivateKey secret;
  private final PublicKey open;

  private EvidenceKey(PrivateKey secret, PublicKey open) {
    this.secret = secret;
    this.open = open;
  }

  /**
   * The key of a folder; makes one where none is there.
   *
   * @throws IllegalStateException where what is there is no key
   * @throws UncheckedIOException where the folder cannot be read or written
   */
  public static EvidenceKey of(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      if (Files.notExists(file)) {
        make(folder, file);
      }
      EvidenceKey key = read(file);
      Path open = folder.resolve(PUBLIC_FILE);
      if (Files.notExists(open)) {
        Files.writeString(open, Pem.ofKey(key.open));
      }
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException("the key of the evidence: " + e, e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(file + " " + e.getMessage(), e);
    }
  }

  /**
   * Of processes that make one at the same moment one wins: a link is there whole or not at all.
   */
  private static void make(Path folder, Path file) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    FileAttribute<?> ownersOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path draft = Files.createTempFile(folder, "key", ".part", ownersOnly);
    try {
      Files.writeString(
          draft,
          Pem.write(SECRET, pair.getPrivate().getEncoded()) + Pem.ofKey(pair.getPublic()),
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // the other one's is as good
    } finally {
      Files.delete(draft);
    }
  }

  private static EvidenceKey read(Path file) throws IOException, GeneralSecurityException {
    String text = Files.readString(file);
    EvidenceKey key =
        new EvidenceKey(
            KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new PKCS8EncodedKeySpec(Pem.read(SECRET, text))),
            Pem.key(text));
    byte[] probe = SECRET.getBytes(StandardCharsets.US_ASCII);
    if (!holds(key.open, probe, key.sign(probe))) {
      throw new IllegalArgumentException("holds two halves that are not of one key");
    }
    return key;
  }

  public PublicKey publicKey() {
    return open;
  }

  /** 64 bytes; the same for the same bytes. */
  byte[] sign(byte[] text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing with " + ALGORITHM, e);
    }
  }

  /** Whether a signature is a key's over these bytes. */
  static boolean holds(PublicKey key, byte[] text, byte[] signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(text);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // bytes that are no signature at all
    }
  }

  static boolean same(PublicKey a, PublicKey b) {
    return Arrays.equals(a.getEncoded(), b.getEncoded());
  }
}
