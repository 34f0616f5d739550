package io.qingtu.web.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.qingtu.server.dataset.PlanLayer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV in UTF-8 or, as spreadsheets of the country write it, in GBK. */
final class CsvImport {
  /** Of UTF-8, before the first column's name or its quotation mark. */
  private static final String MARK = "\uFEFF";

  private CsvImport() {}

  static List<ReadRow> read(PlanLayer<?> layer, byte[] content) {
    TableRows table = null;
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text(content))) {
      for (CsvRecord record : csv) {
        if (table == null) {
          table = new TableRows(layer, record.getFields());
        } else {
          table.add("row " + record.getStartingLineNumber(), record.getFields(), "");
        }
      }
    } catch (CsvParseException | UncheckedIOException | IOException e) {
      throw new ImportException("the file is no CSV: " + e.getMessage());
    }
    return table == null ? List.of() : table.rows();
  }

  private static String text(byte[] content) {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      try {
        return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString().replace(MARK, "");
      } catch (CharacterCodingException e) {
        // the next one
      }
    }
    throw new ImportException("the file is neither UTF-8 nor GBK");
  }
}
