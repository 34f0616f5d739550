package io.qingtu.server.dataset;

import io.qingtu.route.rule.RuleNames;
import io.qingtu.route.scoring.PointTable.Entry;
import io.qingtu.route.scoring.PointTable.Proof;
import io.qingtu.route.scoring.Points;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** {@code points.csv}: what violations cost (记分标准), from a day on. */
public final class PointFile {
  private static final int MOST = 1000;

  private PointFile() {}

  /**
   * Reads the file, which may be missing.
   *
   * @throws DataSetException where a row cannot be right
   */
  public static List<Entry> read(Path dir) {
    Repeats<Entry> entries = new Repeats<>();
    CsvTable.read(
        dir,
        "points",
        row -> {
          Entry e = entry(row);
          List<Object> kind = List.of(e.rule(), e.severity(), e.excess(), e.from());
          entries.add(kind, e, row::wrong);
        });
    return entries.inKeyOrder();
  }

  private static Entry entry(CsvTable.Row row) {
    int severity = row.integer("severity", 2);
    if (severity < 1 || severity > 4) {
      throw row.wrong("severity " + severity + " is not 1 to 4");
    }
    double excess = row.number("excess");
    return new Entry(
        row.parse("rule", PointFile::rule),
        severity,
        Double.isNaN(excess) ? 0 : excess,
        row.oneOf("proof", Proof.class, Proof.REVIEW),
        row.parse("from", PointFile::day),
        new Points(points(row, "company"), points(row, "vehicle"), points(row, "driver")));
  }

  private static String rule(String code) {
    if (!RuleNames.all().containsKey(code)) {
      throw new IllegalArgumentException("\"" + code + "\" is no rule");
    }
    return code;
  }

  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not a date such as 2027-01-01", e);
    }
  }

  private static int points(CsvTable.Row row, String column) {
    int points = row.integer(column, 0);
    if (points < 0 || points > MOST) {
      throw row.wrong(column + " of " + points + " points is not 0 to " + MOST);
    }
    return points;
  }
}
