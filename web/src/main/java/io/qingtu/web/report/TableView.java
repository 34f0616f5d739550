package io.qingtu.web.report;

import java.time.Instant;
import java.util.List;

/**
 * A table of the report for programs: the numbers as they stand in the workbook.
 *
 * @param section number of its heading, as {@code 3.4}
 * @param rows of values, one for each column: a text, a number, a {@link Rate}, a moment; null
 *     where there is none
 */
public record TableView(
    String section, String title, List<String> columns, List<List<Object>> rows, String note) {
  /**
   * A rate.
   *
   * @param value null where the denominator is 0
   * @param small of too few to be ranked
   */
  public record Rate(Double value, double numerator, double denominator, boolean small) {}

  static TableView of(Table table) {
    return new TableView(
        table.section(),
        table.title(),
        table.columns().stream().map(Table.Column::title).toList(),
        table.rows().stream().map(row -> row.stream().map(TableView::value).toList()).toList(),
        table.note());
  }

  private static Object value(Cell cell) {
    if (cell instanceof Cell.Text text) {
      return text.value();
    }
    if (cell instanceof Cell.Count count) {
      return count.value();
    }
    if (cell instanceof Cell.Decimal d) {
      return Double.isFinite(d.value()) ? d.value() : null;
    }
    if (cell instanceof Cell.Rate r) {
      Double value = r.ratio().isKnown() ? r.ratio().value() : null;
      return new Rate(value, r.ratio().numerator(), r.ratio().denominator(), r.small());
    }
    return ((Cell.Time) cell).value().map(Instant::toString).orElse(null);
  }
}
