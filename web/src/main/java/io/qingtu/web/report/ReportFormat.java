package io.qingtu.web.report;

import io.qingtu.route.report.Period;
import java.util.Locale;

/** The files that a report comes in. */
public enum ReportFormat {
  PDF("application/pdf"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  CSV("text/csv; charset=utf-8"),
  /** A text for the office to edit before it is signed. */
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final String mediaType;

  ReportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** As it ends file names: pdf, xlsx, csv. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Name of a report's file, {@code weekly-2026-W46.pdf} or {@code monthly-2026-11.pdf}. */
  public String fileName(Period period) {
    return fileName(period, "");
  }

  /** The same with what tells it from others of the same period, {@code -express}. */
  public String fileName(Period period, String which) {
    String kind =
        switch (period.kind()) {
          case WEEK -> "weekly-";
          case MONTH -> "monthly-";
          case DAYS -> "special-";
        };
    return kind + period + which + "." + extension();
  }
}
