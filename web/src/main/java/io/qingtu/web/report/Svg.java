package io.qingtu.web.report;

import java.util.Locale;

/**
 * A drawing in millimetres that becomes inline SVG. Areas differ by hatching and not by colour, so
 * that a copy in black and white says the same.
 */
public final class Svg {
  /** How an area is filled. */
  public enum Fill {
    SOLID,
    HATCHED,
    OPEN
  }

  public static final String INK = "#1f3a5f";
  private static final double HATCH = 1.1;

  private final double width;
  private final double height;
  private final StringBuilder body = new StringBuilder();

  public Svg(double widthMm, double heightMm) {
    this.width = widthMm;
    this.height = heightMm;
  }

  public Svg line(double x1, double y1, double x2, double y2, String color, double stroke) {
    return add(
        "<line x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\" stroke=\"%s\""
            + " stroke-width=\"%.2f\"/>",
        x1, y1, x2, y2, color, stroke);
  }

  /** Points as {@code x,y x,y …} in millimetres. */
  public Svg polyline(String points, String color, double stroke) {
    return add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.2f\""
            + " stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
        points, color, stroke);
  }

  /**
   * As {@link #polyline}, broken.
   *
   * @param pattern lengths drawn and left out, mm
   */
  public Svg dashed(String points, String color, double stroke, String pattern) {
    return add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.2f\""
            + " stroke-dasharray=\"%s\"/>",
        points, color, stroke, pattern);
  }

  public Svg polygon(String points, String fill, String color, double stroke) {
    return add(
        "<polygon points=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%.2f\"/>",
        points, fill, color, stroke);
  }

  public Svg circle(double x, double y, double r, String fill, String color) {
    return add(
        "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" fill=\"%s\" stroke=\"%s\""
            + " stroke-width=\"0.3\"/>",
        x, y, r, fill, color);
  }

  /** A bar; hatching is drawn line by line, since a pattern would become a picture in the PDF. */
  public Svg bar(double x, double y, double w, double h, Fill fill) {
    if (w <= 0 || h <= 0) {
      return this;
    }
    String inside = fill == Fill.SOLID ? INK : "#ffffff";
    add(
        "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\" stroke=\"%s\""
            + " stroke-width=\"0.25\"/>",
        x, y, w, h, inside, INK);
    if (fill == Fill.HATCHED) {
      for (double d = HATCH; d < w + h; d += HATCH) {
        // the diagonal x + y = d of the bar's own frame, cut at its edges
        double fromX = Math.max(0, d - h);
        double toX = Math.min(w, d);
        line(x + fromX, y + d - fromX, x + toX, y + d - toX, INK, 0.2);
      }
    }
    return this;
  }

  /**
   * @param anchor start, middle or end
   */
  public Svg text(double x, double y, double size, String anchor, String text) {
    return add(
        "<text x=\"%.2f\" y=\"%.2f\" font-size=\"%.2f\" text-anchor=\"%s\""
            + " font-family=\"report\" fill=\"#222222\">%s</text>",
        x, y, size, anchor, Html.escape(text));
  }

  /** What is drawn from here to {@link #endClip} shows within this rectangle only. */
  public Svg clip(double x, double y, double w, double h) {
    return add(
        "<clipPath id=\"frame\"><rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>"
            + "</clipPath><g clip-path=\"url(#frame)\">",
        x, y, w, h);
  }

  public Svg endClip() {
    return add("</g>");
  }

  /** The element, to stand within HTML. */
  public String toHtml() {
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.1fmm\" height=\"%.1fmm\""
            + " viewBox=\"0 0 %.2f %.2f\">%s</svg>",
        width,
        height,
        width,
        height,
        body);
  }

  private Svg add(String format, Object... values) {
    body.append(String.format(Locale.ROOT, format, values));
    return this;
  }
}
