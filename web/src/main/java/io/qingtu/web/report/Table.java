package io.qingtu.web.report;

import java.util.List;

/**
 * A table of the report.
 *
 * @param section number of its heading, as {@code 3.4}
 * @param title also the name of its sheet: at most 31 characters, none of {@code []:*?/\}
 * @param note printed below it; empty where there is nothing to say
 * @param printed rows that the PDF prints at most; the sheet has all of them
 */
record Table(
    String section,
    String title,
    List<Column> columns,
    List<List<Cell>> rows,
    String note,
    int printed) {

  /**
   * @param width share of the page's width, relative to the other columns
   */
  record Column(String title, double width) {}

  Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            title + ": a row of " + row.size() + " cells under " + columns.size() + " columns");
      }
    }
  }

  static Table of(
      String section, String title, List<Column> columns, List<List<Cell>> rows, String note) {
    return new Table(section, title, columns, rows, note, Integer.MAX_VALUE);
  }

  static Column column(String title, double width) {
    return new Column(title, width);
  }

  Table printing(int atMost) {
    return new Table(section, title, columns, rows, note, atMost);
  }
}
