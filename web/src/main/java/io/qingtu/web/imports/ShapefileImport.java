package io.qingtu.web.imports;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A Shapefile in a ZIP, by Esri's published description of July 1998: lines and polygons of the
 * {@code .shp}, texts of the {@code .dbf} in the code page of the {@code .cpg} or else in GBK.
 */
final class ShapefileImport {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final int HEADER = 100;
  private static final int FILE_CODE = 9994;
  private static final int MOST_POINTS = 5_000_000;

  private ShapefileImport() {}

  static List<ReadRow> read(byte[] zip) {
    Map<String, byte[]> entries = ZipEntries.unpacked(zip);
    byte[] shp = ending(entries, ".shp").orElseThrow();
    ending(entries, ".prj")
        .map(p -> new String(p, StandardCharsets.UTF_8))
        .filter(p -> p.toUpperCase(Locale.ROOT).contains("PROJCS"))
        .ifPresent(
            p -> {
              throw new ImportException(
                  "the Shapefile is in metres, not in degrees: convert it to WGS-84");
            });
    List<Map<String, String>> texts =
        ending(entries, ".dbf")
            .map(d -> DbfTable.read(d, charset(ending(entries, ".cpg"))))
            .orElse(List.of());
    try {
      return rows(ByteBuffer.wrap(shp), texts);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new ImportException("the .shp is damaged");
    }
  }

  private static Optional<byte[]> ending(Map<String, byte[]> entries, String ending) {
    return entries.entrySet().stream()
        .filter(e -> e.getKey().endsWith(ending))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Charset charset(Optional<byte[]> cpg) {
    String name = cpg.map(c -> new String(c, StandardCharsets.US_ASCII).trim()).orElse("GBK");
    try {
      return Charset.forName(name.equals("65001") ? "UTF-8" : name.equals("936") ? "GBK" : name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new ImportException("the code page of the .cpg is not known");
    }
  }

  private static List<ReadRow> rows(ByteBuffer shp, List<Map<String, String>> texts) {
    if (shp.getInt(0) != FILE_CODE) {
      throw new ImportException("the .shp is none");
    }
    shp.position(HEADER);
    List<ReadRow> rows = new ArrayList<>();
    while (shp.remaining() >= 8) {
      if (rows.size() == ImportFormat.MOST_ROWS) {
        throw new ImportException("the file has more than " + ImportFormat.MOST_ROWS + " shapes");
      }
      shp.order(ByteOrder.BIG_ENDIAN);
      shp.getInt();
      int bytes = 2 * shp.getInt();
      if (bytes < 4 || bytes > shp.remaining()) {
        throw new IllegalArgumentException("length " + bytes);
      }
      ByteBuffer record = shp.slice(shp.position(), bytes).order(ByteOrder.LITTLE_ENDIAN);
      shp.position(shp.position() + bytes);
      Map<String, String> columns =
          rows.size() < texts.size() ? texts.get(rows.size()) : new LinkedHashMap<>();
      rows.add(row("shape " + (rows.size() + 1), columns, record));
    }
    return rows;
  }

  private static ReadRow row(String where, Map<String, String> columns, ByteBuffer record) {
    int type = record.getInt() % 10; // with heights and measures it is the same
    if (type == 0) {
      return ReadRow.of(where, columns, Optional.empty(), "");
    }
    if (type != 3 && type != 5) {
      return ReadRow.of(where, columns, Optional.empty(), "is neither a line nor a polygon");
    }
    try {
      List<Coordinate[]> parts = parts(record);
      return ReadRow.of(
          where, columns, Optional.of(type == 3 ? lines(parts) : polygons(parts)), "");
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      return ReadRow.of(where, columns, Optional.empty(), "has a damaged shape");
    }
  }

  private static List<Coordinate[]> parts(ByteBuffer record) {
    record.position(record.position() + 32);
    int count = record.getInt();
    int points = record.getInt();
    if (count < 1 || points < 1 || points > MOST_POINTS || count > points) {
      throw new IllegalArgumentException("parts");
    }
    int[] begins = new int[count + 1];
    for (int i = 0; i < count; i++) {
      begins[i] = record.getInt();
    }
    begins[count] = points;
    List<Coordinate[]> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (begins[i + 1] < begins[i] || begins[i + 1] > points) {
        throw new IllegalArgumentException("parts");
      }
      Coordinate[] part = new Coordinate[begins[i + 1] - begins[i]];
      for (int k = 0; k < part.length; k++) {
        part[k] = new Coordinate(record.getDouble(), record.getDouble());
      }
      parts.add(part);
    }
    return parts;
  }

  private static Geometry lines(List<Coordinate[]> parts) {
    LineString[] lines =
        parts.stream().map(GEOMETRIES::createLineString).toArray(LineString[]::new);
    return lines.length == 1 ? lines[0] : GEOMETRIES.createMultiLineString(lines);
  }

  /** Outer rings run clockwise, each with the holes in it that follow. */
  private static Geometry polygons(List<Coordinate[]> parts) {
    List<LinearRing> shells = new ArrayList<>();
    List<List<LinearRing>> holes = new ArrayList<>();
    for (Coordinate[] part : parts) {
      LinearRing ring = GEOMETRIES.createLinearRing(part);
      if (shells.isEmpty() || !Orientation.isCCW(part)) {
        shells.add(ring);
        holes.add(new ArrayList<>());
      } else {
        holes.get(shellOf(shells, ring)).add(ring);
      }
    }
    Polygon[] polygons = new Polygon[shells.size()];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] =
          GEOMETRIES.createPolygon(shells.get(i), holes.get(i).toArray(LinearRing[]::new));
    }
    return polygons.length == 1 ? polygons[0] : GEOMETRIES.createMultiPolygon(polygons);
  }

  private static int shellOf(List<LinearRing> shells, LinearRing hole) {
    for (int i = shells.size() - 1; i > 0; i--) {
      if (shells.get(i).getEnvelopeInternal().contains(hole.getEnvelopeInternal())) {
        return i;
      }
    }
    return 0;
  }
}
