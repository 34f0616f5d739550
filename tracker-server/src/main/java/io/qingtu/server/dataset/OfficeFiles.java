package io.qingtu.server.dataset;

import io.qingtu.route.casework.WorkCalendar.Span;
import io.qingtu.route.plan.Underpass;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the bureau's desk knows beside the plan: {@code workdays.csv} and {@code underpasses.csv}.
 */
public record OfficeFiles(List<OfficeDay> days, List<Underpass> underpasses) {
  /**
   * Reads both files; each may be missing.
   *
   * @param segments road segments that are known
   * @throws DataSetException where a row cannot be right
   */
  public static OfficeFiles read(Path dir, Set<String> segments) {
    return new OfficeFiles(
        Repeats.rows(dir, "workdays", "date", OfficeFiles::day),
        Repeats.rows(dir, "underpasses", "underpass_id", row -> underpass(row, segments)));
  }

  private static OfficeDay day(CsvTable.Row row) {
    String date = row.text("date");
    Optional<LocalDate> day =
        date.isEmpty() ? Optional.empty() : Optional.of(row.parse("date", OfficeFiles::date));
    boolean working = row.flag("working", true);
    List<Span> hours = row.parse("hours", Span::all);
    if (day.isEmpty() && (!working || hours.isEmpty())) {
      throw row.wrong("a row without a date tells the hours of every working day");
    }
    if (!working && !hours.isEmpty()) {
      throw row.wrong("hours of a day that is not worked");
    }
    return new OfficeDay(day, working, hours);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not a date such as 2026-10-01", e);
    }
  }

  private static Underpass underpass(CsvTable.Row row, Set<String> segments) {
    Set<String> own = new HashSet<>(PlanReader.list(row.required("segment_ids")));
    for (String id : own) {
      if (!segments.contains(id)) {
        throw row.wrong("segment \"" + id + "\" is in no segment file");
      }
    }
    double limit = row.requiredNumber("limit_cm");
    double clear = row.number("clear_cm");
    double usual = Math.max(0, limit - Underpass.CLEAR_BELOW_CM);
    try {
      return new Underpass(
          row.required("underpass_id"),
          row.text("name"),
          own,
          limit,
          Double.isNaN(clear) ? usual : clear);
    } catch (IllegalArgumentException e) {
      throw row.wrong(e.getMessage());
    }
  }
}
