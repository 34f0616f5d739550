package io.qingtu.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReportTest {
  private final byte[] bytes = CsvReport.write(SyntheticWeekFigures.REPORT);
  private final String text = new String(bytes, StandardCharsets.UTF_8);

  @Test
  void beginsWithAByteOrderMarkAndEndsItsLinesAsWindowsDoes() {
    assertEquals('\uFEFF', text.charAt(0));
    String[] lines = text.split("\r\n");
    assertEquals(SyntheticWeekFigures.REPORT.events().size() + 1, lines.length);
    assertFalse(text.replace("\r\n", "").contains("\n"));
    assertTrue(lines[0].startsWith("\uFEFF\"规则\",\"违规类型\",\"车牌\""), lines[0]);
  }

  @Test
  void quotesPlatesAndWritesTheCitysTime() {
    assertTrue(
        text.lines().skip(1).allMatch(l -> l.matches("\"[^\"]+\",\"[^\"]+\",\"鲁[GV]\\d{5}\",.*")));
    assertEquals(
        "2026-11-10T06:00:00+08:00",
        CsvField.of(Cell.of(Instant.parse("2026-11-09T22:00:00.250Z"))));
    assertEquals("", CsvField.of(Cell.of((Instant) null)));
  }

  @ParameterizedTest
  @CsvSource({"=1+1", "+8613", "-2", "@SUM"})
  void disarmsWhatASpreadsheetWouldCompute(String text) {
    assertEquals("\"'" + text + "\"", CsvField.of(Cell.of(text)));
  }

  @Test
  void leavesNumbersAloneAndDoublesQuotes() {
    assertEquals("-2.5", CsvField.of(Cell.of(-2.5, 1)));
    assertEquals("", CsvField.of(Cell.of(Double.NaN, 1)));
    assertEquals("\"a\"\"b\"", CsvField.of(Cell.of("a\"b")));
  }
}
