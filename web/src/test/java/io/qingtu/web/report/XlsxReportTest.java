package io.qingtu.web.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.report.CompanyHaulage;
import io.qingtu.route.report.SignOff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

class XlsxReportTest {
  private static final Masthead MASTHEAD = new Masthead("示例市", "示例市城市管理局", true);
  private static final Issue ISSUE =
      new Issue(
          MASTHEAD,
          SyntheticWeekFigures.REPORT,
          new Drawings("", "", "", ""),
          List.of(),
          List.of(),
          Optional.empty(),
          SignOff.FRESH);
  private final byte[] book = XlsxReport.write(ISSUE);

  private static List<Row> rows(byte[] book, String name) throws IOException {
    try (ReadableWorkbook in = new ReadableWorkbook(new ByteArrayInputStream(book))) {
      Sheet sheet = in.findSheet(name).orElseThrow(() -> new AssertionError("no sheet " + name));
      return sheet.read();
    }
  }

  @Test
  void hasASheetForEveryTableAndOneThatExplains() throws IOException {
    try (ReadableWorkbook in = new ReadableWorkbook(new ByteArrayInputStream(book))) {
      List<String> names = in.getSheets().map(Sheet::getName).toList();
      assertEquals("说明", names.get(0));
      assertEquals(
          ReportTables.all(SyntheticWeekFigures.REPORT, List.of()).size() + 1, names.size());
    }
    assertTrue(rows(book, "说明").stream().anyMatch(r -> r.getCellText(1).contains("合成数据演示")));
  }

  @Test
  void keepsNumbersAsNumbersWithNumeratorAndDenominator() throws IOException {
    List<Row> rows = rows(book, "3.4 运输企业");
    CompanyHaulage first = SyntheticWeekFigures.REPORT.haulage().companies().get(0);
    Row head = rows.get(0);
    int closure =
        head.stream()
            .filter(c -> c.getText().equals("联单闭环率"))
            .findFirst()
            .orElseThrow()
            .getColumnIndex();
    Row row = rows.get(1);
    assertEquals(CellType.NUMBER, row.getCell(closure).getType());
    double value = row.getCellAsNumber(closure).orElseThrow().doubleValue();
    assertEquals(first.waybills().closure().value(), value, 1e-9);
    assertEquals(
        first.waybills().closure().numerator(),
        row.getCellAsNumber(closure + 1).orElseThrow().doubleValue());
    assertEquals("联单闭环率·分母", head.getCellText(closure + 2));
  }

  @Test
  void listsEveryEvent() throws IOException {
    assertEquals(SyntheticWeekFigures.REPORT.events().size() + 1, rows(book, "附件 事件清单").size());
  }

  @Test
  void freezesAndFiltersTheHeads() throws IOException {
    String sheet = entry("xl/worksheets/sheet2.xml");
    assertTrue(sheet.contains("state=\"frozen\""), sheet.substring(0, 600));
    assertTrue(sheet.contains("<autoFilter"), "autoFilter");
  }

  @Test
  void formatsRatesAsPercentagesAndGivesEveryColumnAWidth() throws IOException {
    assertTrue(entry("xl/styles.xml").contains("formatCode=\"0.0%\""), "percent");
    String sheet = entry("xl/worksheets/sheet2.xml");
    assertEquals(rows(book, "2.1 各单位数据质量").get(0).getCellCount(), sheet.split("<col ").length - 1);
  }

  @Test
  void explainsWhatIsNotComputed() throws IOException {
    assertTrue(
        rows(book, "说明").stream()
            .anyMatch(
                r ->
                    r.getCellCount() > 1
                        && r.getCellText(0).equals("消纳场剩余容量")
                        && r.getCellText(1).equals("场所档案没有容量")));
  }

  private String entry(String name) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        if (e.getName().equals(name)) {
          return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no entry " + name);
  }

  @Test
  void isTheSameFileEveryTimeAndDatedByItsPeriod() throws IOException {
    assertArrayEquals(book, XlsxReport.write(ISSUE));
    assertTrue(entry("docProps/core.xml").contains("2026-11-15T16:00:00Z"));
  }
}
