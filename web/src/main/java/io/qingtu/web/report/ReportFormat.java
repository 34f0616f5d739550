package io.qingtu.web.report;

import io.qingtu.route.report.Week;
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

  /** Name of a week's file, {@code weekly-2026-W46.pdf}. */
  public String fileName(Week week) {
    return "weekly-" + week + "." + extension();
  }
}
