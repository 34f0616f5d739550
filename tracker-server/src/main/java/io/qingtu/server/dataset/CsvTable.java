package io.qingtu.server.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file with a header row, {@code NAME.csv} or {@code NAME.csv.gz}. A missing file has no
 * rows, a missing column is empty in every row; columns that nobody knows are passed over.
 */
final class CsvTable {
  private CsvTable() {}

  /** One row. */
  static final class Row implements Fields {
    private final String file;
    private final Map<String, Integer> columns;
    private CsvRecord record;

    private Row(String file, Map<String, Integer> columns) {
      this.file = file;
      this.columns = columns;
    }

    @Override
    public String text(String column) {
      Integer i = columns.get(column);
      return i == null || i >= record.getFieldCount() ? "" : record.getField(i).trim();
    }

    long bits(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        return 0;
      }
      return parse(
          column, t -> t.startsWith("0x") ? Long.parseLong(t.substring(2), 16) : Long.parseLong(t));
    }

    @Override
    public DataSetException wrong(String reason) {
      return new DataSetException(file, "row " + record.getStartingLineNumber(), reason);
    }
  }

  /** Calls {@code each} for every row; the row object is used again for the next one. */
  static void read(Path dir, String name, Consumer<Row> each) {
    Path file = find(dir, name);
    if (file == null) {
      return;
    }
    String shown = file.getFileName().toString();
    long line = 0;
    try (InputStream in = open(file);
        CsvReader<CsvRecord> csv =
            CsvReader.builder().ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Row row = null;
      for (CsvRecord record : csv) {
        line = record.getStartingLineNumber();
        if (row == null) {
          row = new Row(shown, header(record));
        } else {
          row.record = record;
          each.accept(row);
        }
      }
    } catch (CsvParseException e) {
      throw new DataSetException(shown, "after row " + line, e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new DataSetException(
          shown, line == 0 ? "" : "after row " + line, "cannot be read: " + cause.getMessage());
    }
  }

  private static Path find(Path dir, String name) {
    for (String ending : new String[] {".csv", ".csv.gz"}) {
      Path file = dir.resolve(name + ending);
      if (Files.exists(file)) {
        return file;
      }
    }
    return null;
  }

  private static InputStream open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
  }

  private static Map<String, Integer> header(CsvRecord record) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < record.getFieldCount(); i++) {
      columns.put(record.getField(i).replace("\uFEFF", "").trim(), i);
    }
    return columns;
  }
}
