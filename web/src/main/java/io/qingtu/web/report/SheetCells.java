package io.qingtu.web.report;

import io.qingtu.route.plan.DailyHours;
import java.time.Instant;
import java.time.LocalDateTime;
import org.dhatim.fastexcel.Worksheet;

/** How texts and times stand in every workbook. */
public final class SheetCells {
  private SheetCells() {}

  /** Control characters cannot stand in a workbook. */
  public static String printable(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A moment by the city's clock. */
  public static void time(Worksheet sheet, int row, int column, Instant moment) {
    sheet.value(row, column, LocalDateTime.ofInstant(moment, DailyHours.CITY_ZONE));
    sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
  }
}
