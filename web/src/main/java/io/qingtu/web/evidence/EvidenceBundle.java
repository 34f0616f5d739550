package io.qingtu.web.evidence;

import io.qingtu.server.store.AlertRow;
import io.qingtu.web.evidence.BundleFile.Sum;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a dossier in one file: a ZIP whose manifest names each with its SHA-256, whose
 * signature is the house's over the manifest. The same state of an alert is the same bytes.
 */
final class EvidenceBundle {
  static final String FORMAT = "qingtu-evidence/1";
  static final String MANIFEST = "manifest.json";
  static final String SIGNATURE = "manifest.sig";
  static final String PUBLIC_KEY = "public-key.pem";

  private EvidenceBundle() {}

  /**
   * Writes a bundle.
   *
   * @return SHA-256 of the manifest, in hex: it stands for all of the bundle
   */
  static String write(Dossier dossier, List<BundleFile> files, EvidenceKey key, OutputStream out)
      throws IOException {
    List<BundleFile> sorted = new ArrayList<>(files);
    sorted.sort(Comparator.comparing(BundleFile::name));
    Map<String, Sum> sums = new LinkedHashMap<>();
    for (BundleFile file : sorted) {
      sums.put(file.name(), file.sum());
    }
    byte[] manifest = CanonicalJson.bytes(manifest(dossier, sums, key));
    try (BundleZip zip = new BundleZip(out)) {
      add(zip, BundleFile.of(MANIFEST, manifest));
      add(zip, BundleFile.of(SIGNATURE, key.sign(manifest)));
      add(zip, BundleFile.of(PUBLIC_KEY, Pem.ofKey(key.publicKey())));
      for (BundleFile file : sorted) {
        try (InputStream in = file.content().open()) {
          zip.add(file.name(), sums.get(file.name()), in);
        }
      }
    }
    return BundleFile.of(MANIFEST, manifest).sum().sha256();
  }

  private static void add(BundleZip zip, BundleFile file) throws IOException {
    try (InputStream in = file.content().open()) {
      zip.add(file.name(), file.sum(), in);
    }
  }

  private static Map<String, Object> manifest(
      Dossier dossier, Map<String, Sum> sums, EvidenceKey key) {
    AlertRow alert = dossier.alert();
    List<Map<String, Object>> files = new ArrayList<>();
    sums.forEach(
        (name, sum) -> files.add(Map.of("name", name, "sha256", sum.sha256(), "size", sum.size())));
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("format", FORMAT);
    about.put("city", dossier.city());
    about.put("synthetic", dossier.synthetic());
    about.put("alert", Long.toString(alert.id()));
    about.put("revision", alert.revision());
    about.put("rule", alert.rule());
    about.put("ruleVersion", alert.ruleVersion());
    about.put("plate", alert.plate());
    about.put("start", alert.start());
    about.put("key", Pem.fingerprint(key.publicKey()));
    about.put("files", files);
    return about;
  }
}
