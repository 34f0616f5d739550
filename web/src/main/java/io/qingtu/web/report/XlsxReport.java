package io.qingtu.web.report;

import io.qingtu.route.report.PeriodReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The tables as a workbook: a sheet each, its head frozen and filterable, numbers as numbers. A
 * rate takes three columns: value, numerator, denominator.
 */
final class XlsxReport {
  private static final int NARROWEST = 10;
  private static final int WIDEST = 44;
  private static final int DATE = 19;

  /** What the button of the filter hides of a title. */
  private static final int FILTER_BUTTON = 4;

  /** Width of “·分子”. */
  private static final int PARTS = 5;

  private static final String CORE = "docProps/core.xml";

  private XlsxReport() {}

  static byte[] write(Issue issue) {
    return write(issue, ReportTables.all(issue));
  }

  /** Some of the report's tables only. */
  static byte[] write(Issue issue, List<Table> tables) {
    PeriodReport report = issue.report();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Qingtu", "1.0")) {
      about(book, issue, tables);
      for (Table t : tables) {
        sheet(book.newWorksheet(t.section() + " " + t.title()), t);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("report " + report.period() + " as XLSX", e);
    }
    return timeless(out.toByteArray(), report);
  }

  private static void about(Workbook book, Issue issue, List<Table> tables) {
    Worksheet sheet = book.newWorksheet("说明");
    sheet.width(0, 30);
    sheet.width(1, 100);
    sheet.value(0, 0, issue.title());
    sheet.style(0, 0).bold().fontSize(14).set();
    int row = 2;
    row = explain(sheet, row, Definitions.versions(issue), 1);
    row = explain(sheet, row, Definitions.indicators(issue.report()), 1);
    row = explain(sheet, row, Definitions.notComputed(), 2);
    row = explain(sheet, row, StandardWords.table(issue.report()), 2);
    sheet.value(row, 0, "各表说明");
    sheet.style(row++, 0).bold().fillColor("E6E9EE").set();
    for (Table t : tables) {
      if (!t.note().isEmpty()) {
        sheet.value(row, 0, t.section() + " " + t.title());
        sheet.value(row, 1, t.note());
        sheet.style(row++, 1).wrapText(true).set();
      }
    }
    sheet.freezePane(0, 1);
  }

  /** Writes a table of names with their meaning and returns the next free row. */
  private static int explain(Worksheet sheet, int from, Table table, int meaning) {
    int row = from;
    sheet.value(row, 0, table.title());
    sheet.style(row++, 0).bold().fillColor("E6E9EE").set();
    for (List<Cell> cells : table.rows()) {
      sheet.value(row, 0, ((Cell.Text) cells.get(0)).value());
      sheet.value(row, 1, ((Cell.Text) cells.get(meaning)).value());
      sheet.style(row, 0).wrapText(true).verticalAlignment("top").set();
      sheet.style(row++, 1).wrapText(true).verticalAlignment("top").set();
    }
    return row + 1;
  }

  private static void sheet(Worksheet sheet, Table table) {
    int column = 0;
    for (int i = 0; i < table.columns().size(); i++) {
      column += head(sheet, column, table, i);
    }
    boolean[] rates = rates(table);
    for (int r = 0; r < table.rows().size(); r++) {
      int c = 0;
      List<Cell> cells = table.rows().get(r);
      for (int i = 0; i < cells.size(); i++) {
        if (rates[i]) {
          rate(sheet, r + 1, c, cells.get(i));
          c += 3;
        } else {
          plain(sheet, r + 1, c++, cells.get(i));
        }
      }
    }
    widths(sheet, table);
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.freezePane(0, 1);
    sheet.setAutoFilter(0, 0, Math.max(1, table.rows().size()), column - 1);
    sheet.repeatRows(0);
  }

  /** Writes one head, of three cells for a rate, and returns how many. */
  private static int head(Worksheet sheet, int at, Table table, int index) {
    String title = table.columns().get(index).title();
    List<String> titles = new ArrayList<>(List.of(title));
    if (isRate(table, index)) {
      titles.add(title + "·分子");
      titles.add(title + "·分母");
    }
    for (int i = 0; i < titles.size(); i++) {
      sheet.value(0, at + i, titles.get(i));
      sheet
          .style(0, at + i)
          .bold()
          .fillColor("E6E9EE")
          .horizontalAlignment("center")
          .verticalAlignment("center")
          .borderStyle("thin")
          .wrapText(true)
          .set();
    }
    return titles.size();
  }

  /** Wide enough for what stands in a column, in characters of the standard font. */
  private static void widths(Worksheet sheet, Table table) {
    int at = 0;
    for (int i = 0; i < table.columns().size(); i++) {
      int column = i;
      int title = measure(table.columns().get(i).title()) + FILTER_BUTTON;
      int widest =
          table.rows().stream().mapToInt(r -> measure(r.get(column))).max().orElse(NARROWEST);
      int width = Math.max(NARROWEST, Math.min(WIDEST, Math.max(title, widest + 2)));
      sheet.width(at++, width);
      if (isRate(table, i)) {
        sheet.width(at++, title + PARTS);
        sheet.width(at++, title + PARTS);
      }
    }
  }

  private static int measure(Cell cell) {
    if (cell instanceof Cell.Text text) {
      return measure(text.value());
    }
    return cell instanceof Cell.Time ? DATE : NARROWEST - 2;
  }

  /** A Chinese character is as wide as two others. */
  private static int measure(String text) {
    return text.codePoints().map(c -> c < 0x2000 ? 1 : 2).sum();
  }

  /** Asked once: asking it of each cell takes minutes of a list of ten thousand events. */
  private static boolean[] rates(Table table) {
    boolean[] rates = new boolean[table.columns().size()];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = isRate(table, i);
    }
    return rates;
  }

  /** A column in which any row has a rate, since a row may have a count instead. */
  private static boolean isRate(Table table, int column) {
    return table.rows().stream().anyMatch(r -> r.get(column) instanceof Cell.Rate);
  }

  private static void rate(Worksheet sheet, int row, int column, Cell cell) {
    if (!(cell instanceof Cell.Rate rate)) {
      plain(sheet, row, column, cell);
      return;
    }
    if (rate.ratio().isKnown()) {
      sheet.value(row, column, rate.ratio().value());
      sheet.style(row, column).format("0.0%").set();
      part(sheet, row, column + 1, rate.ratio().numerator());
      part(sheet, row, column + 2, rate.ratio().denominator());
    }
  }

  private static void part(Worksheet sheet, int row, int column, double value) {
    sheet.value(row, column, value);
    sheet.style(row, column).format(value == Math.rint(value) ? "#,##0" : "#,##0.0").set();
  }

  private static void plain(Worksheet sheet, int row, int column, Cell cell) {
    if (cell instanceof Cell.Text text) {
      sheet.value(row, column, SheetCells.printable(text.value()));
    } else if (cell instanceof Cell.Count count) {
      sheet.value(row, column, count.value());
      sheet.style(row, column).format("#,##0").set();
    } else if (cell instanceof Cell.Decimal d && !Double.isNaN(d.value())) {
      sheet.value(row, column, d.value());
      sheet
          .style(row, column)
          .format(d.decimals() == 1 ? "#,##0.0" : "0." + "0".repeat(d.decimals()))
          .set();
    } else if (cell instanceof Cell.Time time && time.value().isPresent()) {
      SheetCells.time(sheet, row, column, time.value().get());
    }
  }

  /**
   * The same workbook without the hour of writing: the period's end stands instead. The entries'
   * sizes stand in the directory at the file's end only, so it is read as a file.
   */
  private static byte[] timeless(byte[] book, PeriodReport report) {
    LocalDateTime end = report.period().last().plusDays(1).atStartOfDay();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Path file = Files.createTempFile("weekly", ".xlsx");
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        Files.write(file, book);
        try (ZipFile in = new ZipFile(file.toFile())) {
          for (ZipEntry e : Collections.list(in.entries())) {
            byte[] content = in.getInputStream(e).readAllBytes();
            ZipEntry copy = new ZipEntry(e.getName());
            copy.setTimeLocal(end);
            zip.putNextEntry(copy);
            zip.write(e.getName().equals(CORE) ? dated(content, report) : content);
            zip.closeEntry();
          }
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("workbook of " + report.period(), e);
    }
    return out.toByteArray();
  }

  private static byte[] dated(byte[] core, PeriodReport report) {
    return new String(core, StandardCharsets.UTF_8)
        .replaceAll("(<dcterms:(created|modified)[^>]*>)[^<]*", "$1" + report.period().end())
        .getBytes(StandardCharsets.UTF_8);
  }
}
