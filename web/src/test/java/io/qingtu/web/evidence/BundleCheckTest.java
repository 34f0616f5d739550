package io.qingtu.web.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.server.store.MediaFolder;
import io.qingtu.web.evidence.BundleCheck.Fault;
import io.qingtu.web.evidence.BundleCheck.Finding;
import io.qingtu.web.evidence.BundleCheck.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleCheckTest {
  private static final Dossier DOSSIER = SampleDossier.of(List.of());

  @TempDir private static Path folder;
  private static EvidenceKey key;
  private static EvidenceKey strangers;
  private static EvidencePacker packer;
  private static byte[] bundle;

  @BeforeAll
  static void pack() throws IOException {
    MediaFolder media = new MediaFolder(new MediaFolder.Config(folder.resolve("media")));
    key = EvidenceKey.of(folder.resolve("key"));
    strangers = EvidenceKey.of(folder.resolve("strangers"));
    packer = new EvidencePacker(media, key);
    bundle = packed(packer);
  }

  private static byte[] packed(EvidencePacker by) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    by.bundle(DOSSIER, out);
    return out.toByteArray();
  }

  private static Verdict check(byte[] bytes, Optional<PublicKey> trusted) throws IOException {
    Path file = Files.createTempFile(folder, "bundle", ".zip");
    Files.write(file, bytes);
    Verdict verdict = BundleCheck.of(file, trusted);
    Files.delete(file);
    return verdict;
  }

  private static Verdict check(byte[] bytes) throws IOException {
    return check(bytes, Optional.of(key.publicKey()));
  }

  /** The files of the bundle in their order. */
  private static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        files.put(e.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BundleZip zip = new BundleZip(out)) {
      for (Map.Entry<String, byte[]> e : files.entrySet()) {
        BundleFile file = BundleFile.of(e.getKey(), e.getValue());
        zip.add(file.name(), file.sum(), file.content().open());
      }
    }
    return out.toByteArray();
  }

  private static void assertFinds(Fault fault, String part, Verdict verdict) {
    assertEquals(
        List.of(fault + " " + part),
        verdict.findings().stream().map(f -> f.fault() + " " + f.part()).toList());
  }

  @Test
  void isGoodAsItWasSigned() throws IOException {
    Verdict verdict = check(bundle);
    assertEquals(List.of(), verdict.findings());
    assertTrue(verdict.manifest().path("synthetic").asBoolean());
    assertTrue(check(bundle, Optional.empty()).isGood(), "by the bundle's own key");
    assertArrayEquals(bundle, zip(files()), "the tests put it together as it was");
  }

  @Test
  void theSameStateIsTheSameBytes() throws IOException {
    assertArrayEquals(bundle, packed(packer));
  }

  @Test
  void holdsEveryPartOfTheEvent() throws IOException {
    assertEquals(
        List.of(
            "manifest.json",
            "manifest.sig",
            "public-key.pem",
            "alert.json",
            "audit.json",
            "decision.json",
            "event.pdf",
            "handling.json",
            "map.svg",
            "media.json",
            "plan.json",
            "raw-items.jsonl",
            "revisions.json",
            "rule.json",
            "sensors.svg",
            "track.csv"),
        List.copyOf(files().keySet()));
    String track = new String(files().get("track.csv"), StandardCharsets.UTF_8);
    assertEquals(DOSSIER.track().size() + 1, track.lines().count());
    assertTrue(
        track.contains("119.102000,36.699000,\"true\",36.0,,90,20"), track.substring(0, 500));
    String map = new String(files().get("map.svg"), StandardCharsets.UTF_8);
    assertTrue(map.contains("合成数据演示"));
  }

  @Test
  void aByteThatIsTurnedInAnyFileNamesThatFile() throws IOException {
    for (String name : files().keySet()) {
      Map<String, byte[]> altered = files();
      byte[] content = altered.get(name).clone();
      content[content.length / 2] ^= 0x10;
      altered.put(name, content);
      Verdict verdict = check(zip(altered));
      assertFalse(verdict.isGood(), name);
      String blamed = name.equals("manifest.sig") ? "manifest.json" : name;
      assertTrue(
          verdict.findings().stream()
              .anyMatch(f -> f.fault() != Fault.ADDED && f.part().equals(blamed)),
          name + ": " + verdict.findings());
    }
  }

  @Test
  void noByteOfTheWholeFileCanBeTurnedUnseen() throws IOException {
    // every byte of the ZIP's own frame, and a sample of the rest
    for (int i = 0; i < bundle.length; i += i < 3000 || i > bundle.length - 3000 ? 1 : 997) {
      byte[] altered = bundle.clone();
      altered[i] ^= 0x01;
      assertFalse(check(altered).isGood(), "byte " + i);
    }
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    for (String name : files().keySet()) {
      Map<String, byte[]> fewer = files();
      fewer.remove(name);
      assertFinds(Fault.MISSING, name, check(zip(fewer)));
    }
  }

  @Test
  void namesWhatWasAdded() throws IOException {
    Map<String, byte[]> more = files();
    more.put("media/extra.jpg", new byte[10]);
    assertFinds(Fault.ADDED, "media/extra.jpg", check(zip(more)));
  }

  @Test
  void namesWhatIsThereTwice() throws IOException {
    // a reader might show the one, another the other
    Map<String, byte[]> more = files();
    more.put("track.csw", more.get("track.csv"));
    String text = new String(zip(more), StandardCharsets.ISO_8859_1).replace("csw", "csv");
    assertFinds(Fault.ADDED, "track.csv", check(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void namesThatLeadOutOfTheBundleAreRefused() throws IOException {
    for (String name :
        List.of("../evil", "/etc/passwd", "a/../../b", "C:\\evil", "..", "media/", "媒体")) {
      Map<String, byte[]> more = files();
      more.put(name, new byte[1]);
      assertFinds(Fault.ADDED, name, check(zip(more)));
    }
  }

  @Test
  void anotherKeyIsSeenWhoeverSwapsIt() throws IOException {
    Map<String, byte[]> swapped = files();
    swapped.put(
        "public-key.pem", Pem.ofKey(strangers.publicKey()).getBytes(StandardCharsets.US_ASCII));
    assertFinds(Fault.ALTERED, "public-key.pem", check(zip(swapped)));
    assertFinds(Fault.ALTERED, "manifest.json", check(zip(swapped), Optional.empty()));
  }

  @Test
  void aBundleThatAStrangerSignedIsGoodOnlyByTheStrangersKey() throws IOException {
    MediaFolder media = new MediaFolder(new MediaFolder.Config(folder.resolve("media")));
    byte[] forged = packed(new EvidencePacker(media, strangers));
    assertTrue(check(forged, Optional.empty()).isGood());
    assertTrue(check(forged, Optional.of(strangers.publicKey())).isGood());
    Verdict verdict = check(forged);
    List<String> parts = verdict.findings().stream().map(Finding::part).toList();
    assertEquals(List.of("public-key.pem", "manifest.json"), parts);
    assertTrue(verdict.key().isEmpty());
  }

  @Test
  void aFileThatWasCutIsSeenWhereverItWasCut() throws IOException {
    for (int length = 0; length < bundle.length; length += 1 + length / 7) {
      assertFalse(check(Arrays.copyOf(bundle, length)).isGood(), length + " bytes");
    }
    Verdict last = check(Arrays.copyOf(bundle, bundle.length - 1));
    assertFalse(last.isGood());
    Verdict longer = check(Arrays.copyOf(bundle, bundle.length + 1));
    assertEquals(Fault.ALTERED, longer.findings().get(0).fault());
  }

  @Test
  void whatIsCompressedIsNotUnpacked() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("bomb"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        zip.write(zeros);
      }
    }
    assertTrue(out.size() < 1 << 17, "64 MiB in " + out.size() + " bytes");
    Finding first = check(out.toByteArray()).findings().get(0);
    assertEquals("bomb", first.part());
    assertTrue(first.why().contains("compressed"), first.why());
  }

  @Test
  void whatIsNoZipIsNoBundle() throws IOException {
    byte[] text = "no bundle at all".getBytes(StandardCharsets.US_ASCII);
    assertEquals(Fault.NO_BUNDLE, check(text).findings().get(0).fault());
  }
}
