package io.qingtu.web.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * A file of a bundle.
 *
 * @param name path within the bundle, see {@link BundleZip#isName}
 */
record BundleFile(String name, Content content) {
  /** Can be read as often as needed; the bytes do not change. */
  interface Content {
    InputStream open() throws IOException;
  }

  /**
   * What is known of bytes when they were read once.
   *
   * @param sha256 in hex
   */
  record Sum(String sha256, long size, long crc) {
    static Sum of(InputStream in) throws IOException {
      MessageDigest digest = Digests.sha256();
      CRC32 crc = new CRC32();
      byte[] buffer = new byte[1 << 16];
      long size = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        crc.update(buffer, 0, n);
        size += n;
      }
      return new Sum(HexFormat.of().formatHex(digest.digest()), size, crc.getValue());
    }
  }

  static BundleFile of(String name, byte[] bytes) {
    return new BundleFile(name, () -> new ByteArrayInputStream(bytes));
  }

  static BundleFile of(String name, String text) {
    return of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static BundleFile of(String name, Path file) {
    return new BundleFile(name, () -> Files.newInputStream(file));
  }

  Sum sum() throws IOException {
    try (InputStream in = content.open()) {
      return Sum.of(in);
    }
  }
}
