package io.qingtu.web.imports;

import io.qingtu.server.dataset.PlanLayer;
import io.qingtu.server.dataset.Times;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of a workbook. Cells that compute are refused: their values are anybody's. */
final class XlsxImport {
  private static final ZoneOffset CITY = ZoneOffset.ofHours(8);

  private XlsxImport() {}

  static List<ReadRow> read(PlanLayer<?> layer, byte[] content) {
    // what it unpacks to was counted when it was told from other files
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(content));
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      Iterator<Row> each = rows.iterator();
      if (!each.hasNext()) {
        return List.of();
      }
      TableRows table = new TableRows(layer, texts(each.next()));
      while (each.hasNext()) {
        Row row = each.next();
        table.add("row " + row.getRowNum(), texts(row), problem(row));
      }
      return table.rows();
    } catch (IOException | RuntimeException e) {
      if (e instanceof ImportException refusal) {
        throw refusal;
      }
      throw new ImportException("the file is no workbook that can be read");
    }
  }

  private static String problem(Row row) {
    return row.stream()
        .filter(c -> c != null && (c.getType() == CellType.FORMULA || c.getFormula() != null))
        .findFirst()
        .map(c -> "cell " + c.getAddress() + " is a formula")
        .orElse("");
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      texts.add(row.getOptionalCell(i).map(XlsxImport::text).orElse(""));
    }
    return texts;
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.FORMULA || cell.getType() == CellType.ERROR) {
      return "";
    }
    if (cell.getType() != CellType.NUMBER || !isTime(cell)) {
      return cell.getText();
    }
    LocalDateTime time = cell.asDate();
    if (cell.asNumber().doubleValue() < 1) {
      return time.toLocalTime().toString();
    }
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : Times.format(time.toInstant(CITY));
  }

  /** Whether its format shows a number as a time. */
  private static boolean isTime(Cell cell) {
    String format = cell.getDataFormatString();
    return format != null && format.replaceAll("\"[^\"]*\"", "").matches("(?i).*[ydhs].*");
  }
}
