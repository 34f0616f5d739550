package io.qingtu.web.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What is wrong with printed pages, by the boxes of their characters. */
final class PaperCheck extends PDFTextStripper {
  private static final double POINTS_A_MM = 72 / 25.4;

  /** The narrowest margins at the sides are 22 mm; the cards stand out by 1.2 mm. */
  private static final double SIDE_MM = 20;

  /** Nothing is printed nearer to the edge, the running foot neither. */
  private static final double END_MM = 8;

  /** Lines of one paragraph may touch; characters that hide each other share more. */
  private static final double SHARED = 0.45;

  private static final double CELL = 20;

  private record Box(String text, double x, double y, double w, double h) {
    double shared(Box o) {
      double dx = Math.min(x + w, o.x + o.w) - Math.max(x, o.x);
      double dy = Math.min(y + h, o.y + o.h) - Math.max(y, o.y);
      return dx <= 0 || dy <= 0 ? 0 : dx * dy / Math.min(w * h, o.w * o.h);
    }
  }

  private final List<String> faults = new ArrayList<>();
  private final Map<Long, List<Box>> seen = new HashMap<>();

  private PaperCheck() {
    setSuppressDuplicateOverlappingText(false);
  }

  /** Characters beyond the margins, and characters printed over others. */
  static List<String> faults(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PaperCheck check = new PaperCheck();
      check.getText(document);
      return check.faults;
    }
  }

  @Override
  protected void startPage(org.apache.pdfbox.pdmodel.PDPage page) {
    seen.clear();
  }

  @Override
  protected void processTextPosition(TextPosition at) {
    super.processTextPosition(at);
    if (at.getUnicode().isBlank()) {
      return;
    }
    double h = at.getFontSizeInPt() * 0.7;
    Box box =
        new Box(at.getUnicode(), at.getXDirAdj(), at.getYDirAdj() - h, at.getWidthDirAdj(), h);
    PDRectangle page = getCurrentPage().getMediaBox();
    double side = SIDE_MM * POINTS_A_MM;
    double end = END_MM * POINTS_A_MM;
    boolean within =
        box.x >= side
            && box.x + box.w <= page.getWidth() - side
            && box.y >= end
            && box.y + box.h <= page.getHeight() - end;
    if (!within) {
      faults.add("page " + getCurrentPageNo() + ": beyond the margins: " + box);
    }
    long column = (long) (box.x / CELL);
    long row = (long) (box.y / CELL);
    for (long i = column - 2; i <= column + 2; i++) {
      for (long j = row - 2; j <= row + 2; j++) {
        for (Box other : seen.getOrDefault(i * 10_000 + j, List.of())) {
          if (box.shared(other) > SHARED) {
            faults.add("page " + getCurrentPageNo() + ": " + box + " over " + other);
          }
        }
      }
    }
    seen.computeIfAbsent(column * 10_000 + row, k -> new ArrayList<>()).add(box);
  }
}
