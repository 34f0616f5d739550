package io.qingtu.web.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A ZIP that somebody sends: few entries, and no more bytes in them than may be in memory. */
final class ZipEntries {
  private static final int MOST_ENTRIES = 200;
  private static final int MOST_MEGABYTES = 64;
  private static final int MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;

  private ZipEntries() {}

  /**
   * The content of every entry by its name in small letters. What comes out is counted, not what
   * the ZIP says of itself: one that is a bomb is refused before it has filled the memory.
   */
  static Map<String, byte[]> unpacked(byte[] zip) {
    try {
      // by its directory, as all who open such files read them; for that it must be a file
      Path file = Files.createTempFile("qingtu", ".zip");
      try {
        Files.write(file, zip);
        return unpacked(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new ImportException("the ZIP is damaged");
    }
  }

  private static Map<String, byte[]> unpacked(Path file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    int left = MOST_BYTES;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw new ImportException("the ZIP has more than " + MOST_ENTRIES + " entries");
      }
      for (ZipEntry e : Collections.list(zip.entries())) {
        byte[] content = zip.getInputStream(e).readNBytes(left + 1);
        left -= content.length;
        if (left < 0) {
          throw new ImportException("the ZIP unpacks to more than " + MOST_MEGABYTES + " MB");
        }
        entries.put(e.getName().toLowerCase(Locale.ROOT), content);
      }
    }
    return entries;
  }
}
