package io.qingtu.web.report;

import io.qingtu.route.report.Brief;
import java.util.ArrayList;
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
  /** Width of the text of an upright page, and of a character in a cell. */
  private static final double PAPER_MM = 156;

  private static final double CHARACTER_MM = 3;

  /** A row that is taller takes more of a page than what stands in it is worth. */
  private static final int MOST_LINES = 8;

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

  /**
   * As it stands on paper: a text that would fill more lines of its column than a row may have is
   * shortened, and the note says where it stands in full.
   */
  Table onPaper() {
    double all = columns.stream().mapToDouble(Column::width).sum();
    List<List<Cell>> paper = new ArrayList<>();
    for (List<Cell> row : rows) {
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        double mm = PAPER_MM * columns.get(i).width() / all;
        int most = MOST_LINES * Math.max(1, (int) (mm / CHARACTER_MM));
        boolean text = row.get(i) instanceof Cell.Text;
        cells.add(text ? Cell.of(Brief.of(((Cell.Text) row.get(i)).value(), most)) : row.get(i));
      }
      paper.add(cells);
    }
    return paper.equals(rows)
        ? this
        : new Table(section, title, columns, paper, note + "过长的名称有省略，全称见电子表格。", printed);
  }
}
