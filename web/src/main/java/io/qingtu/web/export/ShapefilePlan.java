package io.qingtu.web.export;

import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.PlanRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * A Shapefile in a ZIP, by Esri's published description of July 1998: lines or polygons, texts in
 * UTF-8 as the {@code .cpg} says, WGS-84. A dBASE text has 254 bytes at most; a longer one is cut
 * between two characters.
 */
final class ShapefilePlan {
  private static final int HEADER = 100;
  private static final int FILE_CODE = 9994;
  private static final int VERSION = 1000;
  private static final int LINES = 3;
  private static final int POLYGONS = 5;
  private static final int TEXT_BYTES = 254;
  private static final String WGS84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  private ShapefilePlan() {}

  static void write(OutputStream out, PlanLayer<?> layer, List<PlanRow> rows) throws IOException {
    int type = layer == PlanLayer.ROUTES ? LINES : POLYGONS;
    Envelope extent = new Envelope();
    List<byte[]> records = new ArrayList<>();
    for (PlanRow row : rows) {
      extent.expandToInclude(row.geometry().getEnvelopeInternal());
      records.add(record(type, row.geometry()));
    }
    String name = layer.name().toLowerCase(Locale.ROOT);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      entry(zip, name + ".shp", shapes(type, extent, records));
      entry(zip, name + ".shx", index(type, extent, records));
      entry(zip, name + ".dbf", table(layer.columns(), rows));
      entry(zip, name + ".prj", WGS84.getBytes(StandardCharsets.US_ASCII));
      entry(zip, name + ".cpg", "UTF-8".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] record(int type, Geometry shape) {
    List<Coordinate[]> parts = parts(shape);
    int points = parts.stream().mapToInt(p -> p.length).sum();
    ByteBuffer out =
        ByteBuffer.allocate(44 + 4 * parts.size() + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(type);
    box(out, shape.getEnvelopeInternal());
    out.putInt(parts.size()).putInt(points);
    int begin = 0;
    for (Coordinate[] part : parts) {
      out.putInt(begin);
      begin += part.length;
    }
    parts.forEach(part -> Arrays.stream(part).forEach(c -> out.putDouble(c.x).putDouble(c.y)));
    return out.array();
  }

  /** Outer rings clockwise, holes the other way. */
  private static List<Coordinate[]> parts(Geometry shape) {
    List<Coordinate[]> parts = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon) {
        parts.add(turned(polygon.getExteriorRing().getCoordinates(), false));
        for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
          parts.add(turned(polygon.getInteriorRingN(k).getCoordinates(), true));
        }
      } else {
        parts.add(shape.getGeometryN(i).getCoordinates());
      }
    }
    return parts;
  }

  private static Coordinate[] turned(Coordinate[] ring, boolean counterClockwise) {
    Coordinate[] copy = ring.clone();
    if (Orientation.isCCW(copy) != counterClockwise) {
      CoordinateArrays.reverse(copy);
    }
    return copy;
  }

  private static void box(ByteBuffer out, Envelope box) {
    boolean none = box.isNull();
    out.putDouble(none ? 0 : box.getMinX()).putDouble(none ? 0 : box.getMinY());
    out.putDouble(none ? 0 : box.getMaxX()).putDouble(none ? 0 : box.getMaxY());
  }

  /** Lengths are in words of two bytes. */
  private static ByteBuffer header(int type, Envelope extent, int bytes) {
    ByteBuffer out = ByteBuffer.allocate(bytes);
    out.putInt(0, FILE_CODE).putInt(24, bytes / 2);
    out.order(ByteOrder.LITTLE_ENDIAN).putInt(28, VERSION).putInt(32, type).position(36);
    box(out, extent);
    out.position(HEADER).order(ByteOrder.BIG_ENDIAN);
    return out;
  }

  private static byte[] shapes(int type, Envelope extent, List<byte[]> records) {
    int bytes = HEADER + records.stream().mapToInt(r -> 8 + r.length).sum();
    ByteBuffer out = header(type, extent, bytes);
    for (int i = 0; i < records.size(); i++) {
      out.putInt(i + 1).putInt(records.get(i).length / 2).put(records.get(i));
    }
    return out.array();
  }

  private static byte[] index(int type, Envelope extent, List<byte[]> records) {
    ByteBuffer out = header(type, extent, HEADER + 8 * records.size());
    int at = HEADER;
    for (byte[] record : records) {
      out.putInt(at / 2).putInt(record.length / 2);
      at += 8 + record.length;
    }
    return out.array();
  }

  private static byte[] table(List<String> columns, List<PlanRow> rows) throws IOException {
    int header = 32 + 32 * columns.size() + 1;
    ByteBuffer head = ByteBuffer.allocate(header).order(ByteOrder.LITTLE_ENDIAN);
    head.put(0, (byte) 3).put(1, (byte) 126).put(2, (byte) 1).put(3, (byte) 1);
    head.putInt(4, rows.size()).putShort(8, (short) header);
    head.putShort(10, (short) (1 + TEXT_BYTES * columns.size()));
    for (int i = 0; i < columns.size(); i++) {
      head.position(32 + 32 * i);
      head.put(columns.get(i).getBytes(StandardCharsets.US_ASCII));
      head.put(32 + 32 * i + 11, (byte) 'C').put(32 + 32 * i + 16, (byte) TEXT_BYTES);
    }
    head.put(header - 1, (byte) 0x0d);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(head.array());
    for (PlanRow row : rows) {
      out.write(' ');
      for (String column : columns) {
        out.write(padded(row.text(column)));
      }
    }
    out.write(0x1a);
    return out.toByteArray();
  }

  private static byte[] padded(String text) {
    String shown = text;
    while (shown.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES) {
      shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -1));
    }
    byte[] bytes = shown.getBytes(StandardCharsets.UTF_8);
    byte[] field = new byte[TEXT_BYTES];
    Arrays.fill(field, (byte) ' ');
    System.arraycopy(bytes, 0, field, 0, bytes.length);
    return field;
  }
}
