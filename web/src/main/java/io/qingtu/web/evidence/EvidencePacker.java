package io.qingtu.web.evidence;

import io.qingtu.server.store.MediaFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Makes of a dossier what leaves the house. */
public final class EvidencePacker {
  /** The printed sheet as it lies in a bundle. */
  static final String SHEET = "event.pdf";

  private final MediaFolder folder;
  private final EvidenceKey key;

  public EvidencePacker(MediaFolder folder, EvidenceKey key) {
    this.folder = folder;
    this.key = key;
  }

  public EvidenceKey key() {
    return key;
  }

  /** The sheet alone, the same as in the bundle. */
  public byte[] sheet(Dossier dossier) throws IOException {
    return EventSheet.print(dossier, DossierFiles.of(dossier, folder));
  }

  /**
   * The signed bundle.
   *
   * @return SHA-256 of its manifest, in hex, by which the log can name it
   */
  public String bundle(Dossier dossier, OutputStream out) throws IOException {
    List<BundleFile> files = new ArrayList<>(DossierFiles.of(dossier, folder));
    files.add(BundleFile.of(SHEET, EventSheet.print(dossier, files)));
    return EvidenceBundle.write(dossier, files, key, out);
  }
}
