package io.qingtu.web.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.qingtu.web.evidence.BundleFile.Sum;
import io.qingtu.web.http.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Whether a file is an evidence bundle as it was signed. Nothing is unpacked, and no more is read
 * than the file is long: a bundle holds nothing compressed, so what is compressed is none.
 */
public final class BundleCheck {
  /** What the three files about the others may be long; everything else is only counted. */
  private static final int MOST_MANIFEST = 4 << 20;

  private static final int MOST_FILES = 10_000;

  /** What is wrong with a part of the file. */
  public enum Fault {
    ALTERED,
    MISSING,
    ADDED,
    NO_BUNDLE
  }

  /**
   * Something that is not as it was signed.
   *
   * @param part name of a file in the bundle, or of the bundle itself
   * @param why for people
   */
  public record Finding(Fault fault, String part, String why) {}

  /**
   * The answer.
   *
   * @param findings empty where all is as it was signed
   * @param manifest JSON's missing node where there is none to read
   * @param key that the signature holds with; empty where it holds with none
   */
  public record Verdict(List<Finding> findings, JsonNode manifest, Optional<PublicKey> key) {
    public boolean isGood() {
      return findings.isEmpty();
    }
  }

  private record Entry(Sum sum, byte[] head) {}

  private final Path file;
  private final Optional<PublicKey> trusted;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private BundleCheck(Path file, Optional<PublicKey> trusted) {
    this.file = file;
    this.trusted = trusted;
  }

  /**
   * @param trusted the key that must have signed it; without one the bundle's own is taken, which
   *     proves that nothing was changed since it was signed, but not by whom
   * @throws IOException where the file cannot be read
   */
  public static Verdict of(Path file, Optional<PublicKey> trusted) throws IOException {
    return new BundleCheck(file, trusted).verdict();
  }

  private Verdict verdict() throws IOException {
    readEntries();
    JsonNode manifest = MissingNode.getInstance();
    Optional<PublicKey> key = Optional.empty();
    if (head(EvidenceBundle.MANIFEST).isPresent()) {
      key = checkSignature(head(EvidenceBundle.MANIFEST).get());
      manifest = readManifest();
      compare(manifest);
    }
    if (findings.isEmpty()) {
      compareContainer();
    }
    return new Verdict(List.copyOf(findings), manifest, key);
  }

  private void find(Fault fault, String part, String why) {
    findings.add(new Finding(fault, part, why));
  }

  private void readEntries() throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(new BufferedInputStream(bytes))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        if (e.getMethod() != ZipEntry.STORED) {
          find(Fault.ADDED, shown(e.getName()), "is compressed, which nothing in a bundle is");
          return;
        }
        if (entries.size() == MOST_FILES) {
          find(Fault.NO_BUNDLE, name(), "holds more than " + MOST_FILES + " files");
          return;
        }
        readEntry(zip, e.getName());
      }
    } catch (IOException | IllegalArgumentException e) {
      find(Fault.NO_BUNDLE, name(), "cannot be read to its end: " + e.getMessage());
    }
    if (entries.isEmpty() && findings.isEmpty()) {
      find(Fault.NO_BUNDLE, name(), "is no ZIP file");
    }
  }

  private void readEntry(ZipInputStream zip, String name) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    Sum sum;
    try {
      sum = Sum.of(new KeepingInput(zip, head, isAbout(name) ? MOST_MANIFEST : 0));
    } catch (ZipException e) {
      // the ZIP's own checksum does not hold: the next file can still be read
      sum = new Sum("", -1, -1);
    }
    if (!BundleZip.isName(name)) {
      find(Fault.ADDED, shown(name), "has a name that leads out of the bundle");
    } else if (entries.put(name, new Entry(sum, head.toByteArray())) != null) {
      find(Fault.ADDED, name, "is there twice");
    }
  }

  private static boolean isAbout(String name) {
    return name.equals(EvidenceBundle.MANIFEST)
        || name.equals(EvidenceBundle.SIGNATURE)
        || name.equals(EvidenceBundle.PUBLIC_KEY);
  }

  /** A file about the others; a finding where it is missing. */
  private Optional<byte[]> head(String name) {
    Entry entry = entries.get(name);
    if (entry == null) {
      if (findings.stream().noneMatch(f -> f.part().equals(name))) {
        find(Fault.MISSING, name, "is not there");
      }
      return Optional.empty();
    }
    return Optional.of(entry.head);
  }

  private Optional<PublicKey> checkSignature(byte[] manifest) {
    Optional<PublicKey> own = ownKey();
    Optional<byte[]> signature = head(EvidenceBundle.SIGNATURE);
    Optional<PublicKey> key = trusted.or(() -> own);
    if (trusted.isPresent() && own.isPresent() && !EvidenceKey.same(trusted.get(), own.get())) {
      find(Fault.ALTERED, EvidenceBundle.PUBLIC_KEY, "is not the key that was given");
    }
    if (key.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    if (!EvidenceKey.holds(key.get(), manifest, signature.get())) {
      find(
          Fault.ALTERED,
          EvidenceBundle.MANIFEST,
          "is not what was signed, or " + EvidenceBundle.SIGNATURE + " is not its signature");
      return Optional.empty();
    }
    return key;
  }

  private Optional<PublicKey> ownKey() {
    Optional<byte[]> text = head(EvidenceBundle.PUBLIC_KEY);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String pem = new String(text.get(), StandardCharsets.US_ASCII);
    try {
      PublicKey key = Pem.key(pem);
      if (Pem.ofKey(key).equals(pem)) {
        return Optional.of(key);
      }
    } catch (IllegalArgumentException e) {
      // the same finding
    }
    find(Fault.ALTERED, EvidenceBundle.PUBLIC_KEY, "is no public key as it was written");
    return Optional.empty();
  }

  private JsonNode readManifest() {
    try {
      JsonNode read = Json.MAPPER.readTree(entries.get(EvidenceBundle.MANIFEST).head);
      if (read.path("format").asText().equals(EvidenceBundle.FORMAT)) {
        return read;
      }
    } catch (IOException e) {
      // the same finding
    }
    find(Fault.NO_BUNDLE, EvidenceBundle.MANIFEST, "is not of the form " + EvidenceBundle.FORMAT);
    return MissingNode.getInstance();
  }

  private void compare(JsonNode manifest) {
    Map<String, JsonNode> signed = new TreeMap<>();
    manifest.path("files").forEach(f -> signed.put(f.path("name").asText(), f));
    signed.forEach(
        (name, f) -> {
          Entry entry = entries.get(name);
          if (entry == null) {
            find(Fault.MISSING, shown(name), "is in the manifest and not in the bundle");
          } else if (!entry.sum.sha256().equals(f.path("sha256").asText())
              || entry.sum.size() != f.path("size").asLong()) {
            find(Fault.ALTERED, name, "does not have the SHA-256 that was signed");
          }
        });
    entries.keySet().stream()
        .filter(name -> !signed.containsKey(name) && !isAbout(name))
        .forEach(name -> find(Fault.ADDED, name, "is not in the manifest"));
  }

  /** All files are as they were signed; so must be every byte between and behind them. */
  private void compareContainer() throws IOException {
    try (InputStream expected = new BufferedInputStream(Files.newInputStream(file));
        InputStream bytes = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(new BufferedInputStream(bytes));
        ComparingOutput same = new ComparingOutput(expected)) {
      try (BundleZip again = new BundleZip(same)) {
        for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
          again.add(e.getName(), entries.get(e.getName()).sum, zip);
        }
      }
      if (!same.isWhole()) {
        find(
            Fault.ALTERED,
            name(),
            "differs at byte " + same.same() + " from what its files make: the frame of the ZIP");
      }
    }
  }

  private String name() {
    return shown(String.valueOf(file.getFileName()));
  }

  /** Names in a bundle are strangers' words. */
  private static String shown(String name) {
    String clean = name.replaceAll("[\\p{Cntrl}]", "?");
    return clean.length() > 200 ? clean.substring(0, 200) + "…" : clean;
  }
}
