package io.qingtu.web.imports;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** The files that may be brought in, told by what they begin with and not by their names. */
public enum ImportFormat {
  GEOJSON,
  KML,
  CSV,
  XLSX,
  GPKG,
  SHAPEFILE;

  /** Rows of a file, and no more: a city has fewer. */
  static final int MOST_ROWS = 20_000;

  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  /**
   * What a file is.
   *
   * @throws ImportException where it is none of these
   */
  static ImportFormat of(byte[] content) {
    if (content.length == 0) {
      throw new ImportException("the file is empty");
    }
    if (Arrays.equals(SQLITE, 0, SQLITE.length, content, 0, Math.min(16, content.length))) {
      return GPKG;
    }
    if (content.length > 3 && content[0] == 'P' && content[1] == 'K') {
      return ofZip(content);
    }
    char first = firstSign(content);
    if (first == '{' || first == '[') {
      return GEOJSON;
    }
    if (first == '<') {
      return KML;
    }
    if (first == 0) {
      throw new ImportException(
          "the file is none of GeoJSON, KML, KMZ, CSV, XLSX, GeoPackage and Shapefile (ZIP)");
    }
    return CSV;
  }

  private static ImportFormat ofZip(byte[] content) {
    Set<String> names = ZipEntries.unpacked(content).keySet();
    if (names.contains("xl/workbook.xml")) {
      return XLSX;
    }
    if (names.stream().anyMatch(n -> n.endsWith(".shp"))) {
      return SHAPEFILE;
    }
    if (names.stream().anyMatch(n -> n.endsWith(".kml"))) {
      return KML;
    }
    throw new ImportException("the ZIP holds no Shapefile, no KML and no workbook");
  }

  /** The first sign that is no blank; 0 where it is no text. */
  private static char firstSign(byte[] content) {
    for (int i = 0; i < Math.min(content.length, 4096); i++) {
      int b = content[i] & 0xff;
      boolean mark = b == 0xef || b == 0xbb || b == 0xbf;
      if (b == 0 || b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return 0;
      }
      if (b > ' ' && !(mark && i < 3)) {
        return (char) b;
      }
    }
    return 0;
  }
}
