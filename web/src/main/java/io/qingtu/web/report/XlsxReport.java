package io.qingtu.web.report;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.report.WeeklyReport;
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
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The tables as a workbook: a sheet each, its head frozen and filterable, numbers as numbers. A
 * rate takes three columns: value, numerator, denominator.
 */
final class XlsxReport {
  private static final String CORE = "docProps/core.xml";

  private XlsxReport() {}

  static byte[] write(Masthead masthead, WeeklyReport report) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Qingtu", "1.0")) {
      about(book, masthead, report);
      for (Table t : ReportTables.all(report)) {
        sheet(book.newWorksheet(t.section() + " " + t.title()), t);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("report " + report.week() + " as XLSX", e);
    }
    return timeless(out.toByteArray(), report);
  }

  private static void about(Workbook book, Masthead masthead, WeeklyReport report) {
    Worksheet sheet = book.newWorksheet("说明");
    sheet.width(0, 18);
    sheet.width(1, 100);
    sheet.value(0, 0, masthead.title());
    sheet.style(0, 0).bold().fontSize(14).set();
    int row = 2;
    for (Table t : List.of(Definitions.versions(report, masthead), Definitions.indicators())) {
      sheet.value(row, 0, t.title());
      sheet.style(row++, 0).bold().set();
      for (List<Cell> cells : t.rows()) {
        sheet.value(row, 0, ((Cell.Text) cells.get(0)).value());
        sheet.value(row, 1, ((Cell.Text) cells.get(1)).value());
        sheet.style(row++, 1).wrapText(true).set();
      }
      row++;
    }
    for (Table t : ReportTables.all(report)) {
      if (!t.note().isEmpty()) {
        sheet.value(row, 0, t.section() + " " + t.title());
        sheet.value(row, 1, t.note());
        sheet.style(row++, 1).wrapText(true).set();
      }
    }
  }

  private static void sheet(Worksheet sheet, Table table) {
    int column = 0;
    for (int i = 0; i < table.columns().size(); i++) {
      column += head(sheet, column, table, i);
    }
    for (int r = 0; r < table.rows().size(); r++) {
      int c = 0;
      List<Cell> cells = table.rows().get(r);
      for (int i = 0; i < cells.size(); i++) {
        if (isRate(table, i)) {
          rate(sheet, r + 1, c, cells.get(i));
          c += 3;
        } else {
          plain(sheet, r + 1, c++, cells.get(i));
        }
      }
    }
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
      sheet.width(at + i, Math.max(10, Math.min(40, 2.2 * titles.get(i).length() + 4)));
      sheet.style(0, at + i).bold().fillColor("E6E9EE").wrapText(true).set();
    }
    return titles.size();
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
      sheet.value(row, column + 1, rate.ratio().numerator());
      sheet.value(row, column + 2, rate.ratio().denominator());
    }
  }

  private static void plain(Worksheet sheet, int row, int column, Cell cell) {
    if (cell instanceof Cell.Text text) {
      sheet.value(row, column, printable(text.value()));
    } else if (cell instanceof Cell.Count count) {
      sheet.value(row, column, count.value());
    } else if (cell instanceof Cell.Decimal d && !Double.isNaN(d.value())) {
      sheet.value(row, column, d.value());
      sheet.style(row, column).format(d.decimals() == 1 ? "0.0" : "0.000000").set();
    } else if (cell instanceof Cell.Time time && time.value().isPresent()) {
      LocalDateTime local = LocalDateTime.ofInstant(time.value().get(), DailyHours.CITY_ZONE);
      sheet.value(row, column, local);
      sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
    }
  }

  /** Control characters cannot stand in a workbook. */
  private static String printable(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /**
   * The same workbook without the hour of writing: the period's end stands instead. The entries'
   * sizes stand in the directory at the file's end only, so it is read as a file.
   */
  private static byte[] timeless(byte[] book, WeeklyReport report) {
    LocalDateTime end = report.week().monday().plusWeeks(1).atStartOfDay();
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
      throw new UncheckedIOException("workbook of " + report.week(), e);
    }
    return out.toByteArray();
  }

  private static byte[] dated(byte[] core, WeeklyReport report) {
    return new String(core, StandardCharsets.UTF_8)
        .replaceAll("(<dcterms:(created|modified)[^>]*>)[^<]*", "$1" + report.week().end())
        .getBytes(StandardCharsets.UTF_8);
  }
}
