package io.qingtu.web.report;

import io.qingtu.route.report.Week;
import java.util.Locale;
import java.util.Optional;

/** The files that a report comes in. */
public enum ReportFormat {
  PDF("application/pdf"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  CSV("text/csv; charset=utf-8");

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

  /** Name of a week's file, {@code weekly-2026-W46.pdf}. */
  public String fileName(Week week) {
    return "weekly-" + week + "." + extension();
  }

  /** The format that a file name's end means. */
  public static Optional<ReportFormat> ofExtension(String extension) {
    for (ReportFormat f : values()) {
      if (f.extension().equals(extension)) {
        return Optional.of(f);
      }
    }
    return Optional.empty();
  }
}
