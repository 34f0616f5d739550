package io.qingtu.web.report;

import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.scoring.Standard;
import io.qingtu.route.scoring.Standards;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The numbers by which a report judges, as its notes write them. */
final class StandardWords {
  private final Standards standards;

  StandardWords(Standards standards) {
    this.standards = standards;
  }

  /** As 20, 0.5 or, of a share, 80%. */
  String of(Standard s) {
    double value = standards.get(s);
    return s.isShare() ? plain(value * 100) + "%" : plain(value);
  }

  private static String plain(double value) {
    double rounded = Math.round(value * 1e6) / 1e6;
    return rounded == Math.rint(rounded)
        ? String.format(Locale.ROOT, "%.0f", rounded)
        : Double.toString(rounded);
  }

  /** A text in which {@code {n_min.trips}} and the like stand for the numbers. */
  String in(String text) {
    String filled = text;
    for (Standard s : Standard.values()) {
      filled = filled.replace("{" + s.key() + "}", of(s));
    }
    return filled;
  }

  /** All of them, with what is usual. */
  static Table table(PeriodReport report) {
    StandardWords words = new StandardWords(report.standards());
    StandardWords usual = new StandardWords(Standards.USUAL);
    return Table.of(
        "附件三",
        "统计与评分标准",
        List.of(
            Table.column("名称", 3.4),
            Table.column("标准", 2),
            Table.column("本期", 1),
            Table.column("通常", 1)),
        Arrays.stream(Standard.values())
            .map(
                s ->
                    List.of(
                        Cell.of(s.zh()),
                        Cell.of(s.key()),
                        Cell.of(words.of(s)),
                        Cell.of(usual.of(s))))
            .toList(),
        "记分标准见城市的记分表；本表和记分表合起来的指纹列于编制依据。");
  }
}
