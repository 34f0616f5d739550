package io.qingtu.web.export;

import io.qingtu.web.report.Cell;
import io.qingtu.web.report.CsvField;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CSV: UTF-8 with a byte order mark (else WPS and Excel take it for GBK), CRLF, no text that a
 * spreadsheet would take for a formula.
 */
public final class CsvRows implements RowWriter {
  private final Writer out;

  public CsvRows(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  @Override
  public void head(List<String> titles) throws IOException {
    out.write('\uFEFF');
    row(titles.stream().map(Cell::of).toList());
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(CsvField.of(cells.get(i)));
    }
    out.write("\r\n");
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
