package io.qingtu.web.report;

import io.qingtu.route.report.PeriodReport;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The event list as CSV: UTF-8 with a byte order mark (else WPS and Excel take it for GBK), CRLF,
 * times as ISO 8601 with +08:00, texts quoted.
 */
final class CsvReport {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private CsvReport() {}

  static byte[] write(PeriodReport report) {
    Table table = EventTable.of(report.events());
    StringBuilder text = new StringBuilder();
    text.append(line(table.columns().stream().map(c -> Cell.of(c.title())).toList()));
    table.rows().forEach(row -> text.append(line(row)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MARK);
    out.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static String line(List<Cell> cells) {
    return cells.stream().map(CsvField::of).collect(Collectors.joining(",", "", "\r\n"));
  }
}
