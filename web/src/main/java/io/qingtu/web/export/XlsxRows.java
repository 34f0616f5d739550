package io.qingtu.web.export;

import io.qingtu.web.report.Cell;
import io.qingtu.web.report.SheetCells;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook: the head frozen, numbers as numbers, times as times of the city, texts as texts,
 * whatever they begin with. A table that is longer than a sheet goes on in the next.
 */
final class XlsxRows implements RowWriter {
  /** What a sheet holds, with its head. */
  static final int MOST_ROWS = 1_048_576;

  /** Rows in memory at a time. */
  private static final int FLUSH = 500;

  private static final int WIDTH = 16;

  private final Workbook book;
  private final String title;
  private final int most;
  private List<String> titles = List.of();
  private Worksheet sheet;
  private int sheets;
  private int row;

  XlsxRows(OutputStream out, String title) {
    this(out, title, MOST_ROWS);
  }

  XlsxRows(OutputStream out, String title, int mostRows) {
    this.book = new Workbook(out, "Qingtu", "1.0");
    this.title = title;
    this.most = mostRows;
  }

  @Override
  public void head(List<String> names) throws IOException {
    titles = List.copyOf(names);
    begin();
  }

  private void begin() {
    sheets++;
    sheet = book.newWorksheet(sheets == 1 ? title : title + " " + sheets);
    for (int i = 0; i < titles.size(); i++) {
      sheet.width(i, WIDTH);
      sheet.inlineString(0, i, titles.get(i));
      sheet.style(0, i).bold().fillColor("E6E9EE").set();
    }
    sheet.freezePane(0, 1);
    row = 1;
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    if (row == most) {
      sheet.finish();
      begin();
    }
    for (int i = 0; i < cells.size(); i++) {
      put(i, cells.get(i));
    }
    row++;
    if (row % FLUSH == 0) {
      sheet.flush();
    }
  }

  private void put(int column, Cell cell) {
    if (cell instanceof Cell.Text text) {
      // as a text of its own: one that is shared stays in memory to the end
      if (!text.value().isEmpty()) {
        sheet.inlineString(row, column, SheetCells.printable(text.value()));
      }
    } else if (cell instanceof Cell.Count count) {
      sheet.value(row, column, count.value());
    } else if (cell instanceof Cell.Decimal d && !Double.isNaN(d.value())) {
      sheet.value(row, column, d.value());
    } else if (cell instanceof Cell.Rate rate && rate.ratio().isKnown()) {
      sheet.value(row, column, rate.ratio().value());
      sheet.style(row, column).format("0.0%").set();
    } else if (cell instanceof Cell.Time time && time.value().isPresent()) {
      SheetCells.time(sheet, row, column, time.value().get());
    }
  }

  @Override
  public void close() throws IOException {
    if (sheet != null) {
      sheet.finish();
    }
    book.close();
  }
}
