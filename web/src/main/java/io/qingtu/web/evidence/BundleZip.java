package io.qingtu.web.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The one form in which a bundle lies in its ZIP: nothing compressed, the same moment everywhere.
 * The same files are the same bytes on every machine, and any byte beside them shows.
 */
final class BundleZip implements AutoCloseable {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9][A-Za-z0-9._-]{0,99})?");

  /** A ZIP wants one; any other says as little. */
  private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final ZipOutputStream zip;

  BundleZip(OutputStream out) {
    zip = new ZipOutputStream(out);
  }

  /** Whether a name leads nowhere but into the folder that a bundle is unpacked in. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  void add(String name, BundleFile.Sum sum, InputStream content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(sum.size());
    entry.setCompressedSize(sum.size());
    entry.setCrc(sum.crc());
    zip.putNextEntry(entry);
    content.transferTo(zip);
    zip.closeEntry();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
