package io.qingtu.web.report;

import java.util.ArrayList;
import java.util.List;

/** A well-formed page under construction, with the bookmarks that its headings make. */
public final class Html {
  private record Bookmark(int level, String name, String anchor) {}

  private final StringBuilder body = new StringBuilder();
  private final List<Bookmark> bookmarks = new ArrayList<>();

  /**
   * Text that cannot be taken for markup; control characters, which XML does not allow, become
   * spaces.
   */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(Character.isISOControl(c) || isLost(c) ? ' ' : c);
              }
            });
    return out.toString();
  }

  private static boolean isLost(int c) {
    return c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF;
  }

  /** Markup as it stands. */
  public Html raw(String markup) {
    body.append(markup);
    return this;
  }

  /** An element with text. */
  public Html text(String tag, String cssClass, String text) {
    body.append('<').append(tag);
    if (!cssClass.isEmpty()) {
      body.append(" class=\"").append(cssClass).append('"');
    }
    body.append('>').append(escape(text)).append("</").append(tag).append('>');
    return this;
  }

  /** A heading of level 1 or 2 that is also a bookmark. */
  public Html heading(int level, String text) {
    String anchor = "h" + bookmarks.size();
    bookmarks.add(new Bookmark(level, text, anchor));
    body.append("<h").append(level).append(" id=\"").append(anchor).append("\">");
    body.append(escape(text)).append("</h").append(level).append('>');
    return this;
  }

  /** The whole document. */
  public String page(String title, String css) {
    return "<html><head><title>"
        + escape(title)
        + "</title><style>"
        + css
        + "</style>"
        + outline()
        + "</head><body>"
        + body
        + "</body></html>";
  }

  private String outline() {
    StringBuilder out = new StringBuilder("<bookmarks>");
    boolean open = false;
    for (Bookmark b : bookmarks) {
      String mark = "<bookmark name=\"" + escape(b.name) + "\" href=\"#" + b.anchor + "\"";
      if (b.level == 1) {
        out.append(open ? "</bookmark>" : "").append(mark).append('>');
        open = true;
      } else {
        out.append(mark).append("/>");
      }
    }
    return out.append(open ? "</bookmark>" : "").append("</bookmarks>").toString();
  }
}
