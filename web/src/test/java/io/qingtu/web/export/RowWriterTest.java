package io.qingtu.web.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.web.report.Cell;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowWriterTest {
  /** Counts what is written, and keeps nothing. */
  private static final class Counter extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] b, int from, int length) {
      bytes += length;
    }
  }

  private static byte[] write(TableFormat format, List<Cell> row) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RowWriter writer = format.writer(out, "表")) {
      writer.head(List.of("一", "二"));
      writer.row(row);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\",\"y\")"})
  void noTextBecomesAFormula(String text) throws IOException {
    String csv =
        new String(
            write(TableFormat.CSV, List.of(Cell.of(text), Cell.of(1))), StandardCharsets.UTF_8);
    assertTrue(csv.contains("\r\n\"'"), csv);
    byte[] book = write(TableFormat.XLSX, List.of(Cell.of(text), Cell.of(1)));
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
      Row row = read.getFirstSheet().read().get(1);
      assertEquals(CellType.STRING, row.getCell(0).getType());
      assertEquals(text.replaceAll("\\p{Cntrl}", " ").strip(), row.getCellText(0).strip());
      assertEquals(CellType.NUMBER, row.getCell(1).getType());
    }
  }

  @Test
  void aTimeOfAWorkbookIsThatOfTheCity() throws IOException {
    Instant time = Instant.parse("2026-11-17T16:30:00Z");
    byte[] book = write(TableFormat.XLSX, List.of(Cell.of(time), Cell.of(Double.NaN, 1)));
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
      Row row = read.getFirstSheet().read().get(1);
      assertEquals(LocalDateTime.of(2026, 11, 18, 0, 30), row.getCellAsDate(0).orElseThrow());
      assertTrue(row.getOptionalCell(1).isEmpty(), "what is not known is empty");
    }
  }

  @Test
  void aTableLongerThanASheetGoesOnInTheNext() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxRows rows = new XlsxRows(out, "表", 4)) {
      rows.head(List.of("一"));
      for (int i = 1; i <= 7; i++) {
        rows.row(List.of(Cell.of(i)));
      }
    }
    try (ReadableWorkbook read =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<Integer> sizes =
          read.getSheets()
              .map(
                  sheet -> {
                    try {
                      return sheet.read().size();
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  })
              .toList();
      assertEquals(List.of(4, 4, 2), sizes, "each with its head");
    }
  }

  /** But for a database file, which is whole on the disk before any of it goes out. */
  @ParameterizedTest
  @EnumSource(value = TableFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "GPKG")
  void rowsGoOutWhileMoreAreComing(TableFormat format) throws IOException {
    Counter out = new Counter();
    String text = "0123456789".repeat(10);
    long pending = 0;
    try (RowWriter writer = format.writer(out, "表")) {
      writer.head(List.of("一"));
      long before = 0;
      for (int i = 0; i < 100_000; i++) {
        writer.row(List.of(Cell.of(text + i)));
        if (i % 10_000 == 9_999) {
          assertTrue(out.bytes > before, "of " + i + " rows nothing more came out");
          before = out.bytes;
        }
      }
      pending = -out.bytes;
    }
    pending += out.bytes;
    assertTrue(pending < 1 << 18, "bytes that waited for the end: " + pending);
  }
}
