package io.qingtu.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.report.SignOff;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report's files as another program reads them: LibreOffice, of QINGTU_SOFFICE or the path. */
class OfficeIT {
  private static final long PATIENCE_SECONDS = 180;
  private static final FrozenReport FROZEN = FrozenReportTest.frozen();
  private static final String HASH = "hash";

  @TempDir private Path folder;

  private static Optional<String> office() {
    String named = System.getenv("QINGTU_SOFFICE");
    if (named != null) {
      return Optional.of(named);
    }
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(f -> Path.of(f, "soffice"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  /** What the program makes of a file. */
  private Path convert(ReportFormat from, String to) throws IOException, InterruptedException {
    Optional<String> office = office();
    assumeTrue(office.isPresent(), "skipped: neither QINGTU_SOFFICE nor the path has a soffice");
    Path file = folder.resolve("report." + from.extension());
    Files.write(file, PeriodReports.render(FROZEN, HASH, SignOff.FRESH, from));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(
                office.get(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                to,
                "--outdir",
                folder.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended && process.exitValue() == 0, () -> "it says: " + read(log));
    return folder.resolve("report." + to);
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  @Test
  void theWorkbookHasTheNumbersThatProgramsAreTold() throws Exception {
    Map<String, List<List<FlatSheets.Cell>>> sheets =
        FlatSheets.read(convert(ReportFormat.XLSX, "fods"));
    List<TableView> tables = PeriodReports.tables(FROZEN, HASH);
    assertEquals(tables.size() + 1, sheets.size(), "a sheet each, and the definitions");
    int compared = 0;
    for (TableView table : tables) {
      String name = table.section() + " " + table.title();
      List<List<FlatSheets.Cell>> sheet = sheets.get(name);
      assertTrue(sheet != null, name + " is not among " + sheets.keySet());
      assertEquals(table.rows().size() + 1, sheet.size(), name);
      for (int r = 0; r < table.rows().size(); r++) {
        compared += compare(name + " row " + r, table, table.rows().get(r), sheet.get(r + 1));
      }
    }
    assertTrue(compared > 1000, "a week has many cells: " + compared);
  }

  /** How many cells were compared. A column in which any row has a rate takes three. */
  private static int compare(
      String where, TableView table, List<Object> told, List<FlatSheets.Cell> row) {
    int at = 0;
    for (int c = 0; c < told.size(); c++) {
      int column = c;
      boolean rates = table.rows().stream().anyMatch(r -> r.get(column) instanceof TableView.Rate);
      String cell = where + ", " + table.columns().get(c);
      if (told.get(c) instanceof TableView.Rate rate) {
        boolean known = rate.value() != null;
        assertCell(cell, known ? rate.value() : null, "percentage", at(row, at));
        assertCell(cell, known ? rate.numerator() : null, "float", at(row, at + 1));
        assertCell(cell, known ? rate.denominator() : null, "float", at(row, at + 2));
      } else {
        assertCell(cell, told.get(c), "float", at(row, at));
      }
      at += rates ? 3 : 1;
    }
    assertTrue(row.size() <= at, where + " has more cells than columns");
    return at;
  }

  private static FlatSheets.Cell at(List<FlatSheets.Cell> row, int column) {
    return column < row.size() ? row.get(column) : FlatSheets.NOTHING;
  }

  private static void assertCell(String where, Object told, String numbers, FlatSheets.Cell cell) {
    assertEquals("", cell.formula(), where + " is no formula");
    if (told == null || told.equals("")) {
      assertEquals("", cell.text(), where);
    } else if (told instanceof Number number) {
      assertEquals(numbers, cell.type(), where);
      assertEquals(number.doubleValue(), Double.parseDouble(cell.value()), 1e-9, where);
    } else if (isMoment((String) told)) {
      assertEquals("date", cell.type(), where);
      LocalDateTime city =
          LocalDateTime.ofInstant(Instant.parse((String) told), DailyHours.CITY_ZONE);
      LocalDateTime shown =
          LocalDateTime.parse(cell.value() + (cell.value().contains("T") ? "" : "T00:00:00"));
      assertTrue(
          Math.abs(Duration.between(city, shown).toMillis()) < 1000,
          where + ": " + city + " is " + shown);
    } else {
      assertEquals("string", cell.type(), where);
      assertEquals(((String) told).strip(), cell.text(), where);
    }
  }

  private static boolean isMoment(String text) {
    return text.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
  }

  @Test
  void theTextIsReadWithAllItsWords() throws Exception {
    try (PDDocument pdf = Loader.loadPDF(convert(ReportFormat.DOCX, "pdf").toFile())) {
      String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
      for (String said : List.of("一、本周概览", "七、评分与红黑榜", "附件", "潍水运输有限公司")) {
        assertTrue(text.contains(said), said);
      }
      assertTrue(text.indexOf('\uFFFD') < 0, "a character is lost");
    }
  }
}
