package io.qingtu.web.report;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.report.WeeklyReport;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The event list as CSV: UTF-8 with a byte order mark (else WPS and Excel take it for GBK), CRLF,
 * times as ISO 8601 with +08:00, texts quoted.
 */
final class CsvReport {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** Always with seconds, which ISO_OFFSET_DATE_TIME keeps too. */
  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private CsvReport() {}

  static byte[] write(WeeklyReport report) {
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
    return cells.stream().map(CsvReport::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  static String field(Cell cell) {
    if (cell instanceof Cell.Text text) {
      return quoted(text.value());
    }
    if (cell instanceof Cell.Count count) {
      return Long.toString(count.value());
    }
    if (cell instanceof Cell.Decimal d) {
      return Double.isNaN(d.value())
          ? ""
          : BigDecimal.valueOf(d.value()).setScale(d.decimals(), RoundingMode.HALF_UP).toString();
    }
    if (cell instanceof Cell.Rate rate) {
      return rate.ratio().isKnown() ? Double.toString(rate.ratio().value()) : "";
    }
    return ((Cell.Time) cell).value().map(CsvReport::time).orElse("");
  }

  private static String time(Instant t) {
    return TIME.format(
        t.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
            .atZone(DailyHours.CITY_ZONE)
            .toOffsetDateTime()
            .withOffsetSameInstant(ZoneOffset.ofHours(8)));
  }

  /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
  private static String quoted(String value) {
    if (value.isEmpty()) {
      return "";
    }
    String safe = "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
