package io.qingtu.web.report;

import io.qingtu.route.plan.DailyHours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** A value as a field of a CSV file: times as ISO 8601 with +08:00, texts quoted. */
public final class CsvField {
  /** Always with seconds, which ISO_OFFSET_DATE_TIME keeps too. */
  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private CsvField() {}

  /** One field; what is not known is empty. */
  public static String of(Cell cell) {
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
    return ((Cell.Time) cell).value().map(CsvField::time).orElse("");
  }

  private static String time(Instant t) {
    return TIME.format(
        t.truncatedTo(ChronoUnit.SECONDS)
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
