package io.qingtu.web.imports;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The texts of a dBASE III table. */
final class DbfTable {
  private static final int FIELD_BYTES = 32;
  private static final byte END_OF_FIELDS = 0x0d;

  private record Field(String name, int length) {}

  private DbfTable() {}

  static List<Map<String, String>> read(byte[] dbf, Charset charset) {
    try {
      ByteBuffer in = ByteBuffer.wrap(dbf).order(ByteOrder.LITTLE_ENDIAN);
      int records = Math.min(in.getInt(4), ImportFormat.MOST_ROWS);
      int header = in.getShort(8) & 0xffff;
      int recordBytes = in.getShort(10) & 0xffff;
      List<Field> fields = fields(in, header, charset);
      List<Map<String, String>> rows = new ArrayList<>();
      for (int i = 0; i < records; i++) {
        in.position(header + i * recordBytes + 1); // behind the mark of a deleted one
        Map<String, String> row = new LinkedHashMap<>();
        for (Field f : fields) {
          byte[] text = new byte[f.length()];
          in.get(text);
          row.put(f.name(), new String(text, charset).replace("\0", "").trim());
        }
        rows.add(row);
      }
      return rows;
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new ImportException("the .dbf is damaged");
    }
  }

  private static List<Field> fields(ByteBuffer in, int header, Charset charset) {
    List<Field> fields = new ArrayList<>();
    for (int at = FIELD_BYTES; at + FIELD_BYTES <= header; at += FIELD_BYTES) {
      if (in.get(at) == END_OF_FIELDS) {
        break;
      }
      byte[] name = new byte[11];
      in.position(at);
      in.get(name);
      String text = new String(name, charset);
      int end = text.indexOf('\0');
      String plain = (end < 0 ? text : text.substring(0, end)).trim();
      boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(plain);
      // dBASE writes names large
      fields.add(
          new Field(
              TableRows.nameOf(ascii ? plain.toLowerCase(Locale.ROOT) : plain),
              in.get(at + 16) & 0xff));
    }
    return fields;
  }
}
