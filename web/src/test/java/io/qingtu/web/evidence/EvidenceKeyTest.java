package io.qingtu.web.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceKeyTest {
  private static final byte[] TEXT = "text".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;

  @Test
  void isMadeOnceAndReadAgain() throws Exception {
    EvidenceKey made = EvidenceKey.of(folder);
    EvidenceKey read = EvidenceKey.of(folder);
    assertTrue(EvidenceKey.same(made.publicKey(), read.publicKey()));
    assertTrue(EvidenceKey.holds(read.publicKey(), TEXT, made.sign(TEXT)));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve(EvidenceKey.FILE))));
    PublicKey handedOut = Pem.key(Files.readString(folder.resolve(EvidenceKey.PUBLIC_FILE)));
    assertTrue(EvidenceKey.same(made.publicKey(), handedOut));
  }

  @Test
  void aSignatureHoldsForItsTextAndKeyOnly() {
    EvidenceKey key = EvidenceKey.of(folder.resolve("a"));
    EvidenceKey other = EvidenceKey.of(folder.resolve("b"));
    byte[] signature = key.sign(TEXT);
    assertFalse(EvidenceKey.holds(key.publicKey(), new byte[] {1}, signature));
    assertFalse(EvidenceKey.holds(other.publicKey(), TEXT, signature));
    assertFalse(EvidenceKey.holds(key.publicKey(), TEXT, new byte[3]));
  }

  @Test
  void processesThatStartTogetherShareOne() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<String> start = () -> Pem.fingerprint(EvidenceKey.of(folder).publicKey());
      List<Future<String>> all = threads.invokeAll(Collections.nCopies(8, start));
      for (Future<String> one : all) {
        assertEquals(all.get(0).get(), one.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aKeyThatIsDamagedIsNotReplaced() throws Exception {
    EvidenceKey.of(folder);
    Path file = folder.resolve(EvidenceKey.FILE);
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(whole.indexOf("-----BEGIN PUBLIC")));
    assertThrows(IllegalStateException.class, () -> EvidenceKey.of(folder));
    EvidenceKey other = EvidenceKey.of(folder.resolve("other"));
    Files.writeString(
        file,
        whole.substring(0, whole.indexOf("-----BEGIN PUBLIC")) + Pem.ofKey(other.publicKey()));
    assertThrows(IllegalStateException.class, () -> EvidenceKey.of(folder));
  }
}
