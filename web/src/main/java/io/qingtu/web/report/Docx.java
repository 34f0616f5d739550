package io.qingtu.web.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A text document in Office Open XML (ISO/IEC 29500), as far as a report needs it: headings,
 * paragraphs, tables with a head that repeats, page numbers. What is written alike is alike byte
 * for byte. The office's own fonts are named and not embedded: it edits the text before it is
 * signed.
 */
final class Docx {
  /** Width of the text of a page, twentieths of a point. */
  private static final int TEXT_WIDTH = 8845;

  private static final int WIDE_TEXT_WIDTH = 13777;

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String NAMESPACE =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  private final StringBuilder body = new StringBuilder();

  /**
   * @param level 1 for a section, 2 for a table's title
   */
  Docx heading(int level, String text) {
    return styled("Heading" + level, text);
  }

  /** A centred line in large type. */
  Docx title(String text) {
    return styled("Title", text);
  }

  Docx paragraph(String text) {
    return styled("Normal", text);
  }

  /** In small type. */
  Docx note(String text) {
    return styled("Note", text);
  }

  Docx pageBreak() {
    body.append("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
    return this;
  }

  private Docx styled(String style, String text) {
    body.append("<w:p><w:pPr><w:pStyle w:val=\"").append(style).append("\"/></w:pPr>");
    run(text);
    body.append("</w:p>");
    return this;
  }

  private void run(String text) {
    body.append("<w:r><w:t xml:space=\"preserve\">")
        .append(Html.escape(SheetCells.printable(text)))
        .append("</w:t></w:r>");
  }

  /**
   * Ends the pages that came before; what comes next stands on new ones.
   *
   * @param wide how those before lie
   */
  Docx endPages(boolean wide) {
    body.append("<w:p><w:pPr><w:pStyle w:val=\"Note\"/>")
        .append(wide ? DocxParts.WIDE_PAGE : DocxParts.PAGE)
        .append("</w:pPr></w:p>");
    return this;
  }

  /**
   * A table; its head is repeated on each page and no row is broken.
   *
   * @param widths of the columns, relative to each other
   * @param rows the first is the head; of each cell its lines
   * @param wide whether it stands on pages that lie
   */
  Docx table(double[] widths, List<List<List<String>>> rows, boolean wide) {
    int page = wide ? WIDE_TEXT_WIDTH : TEXT_WIDTH;
    double all = 0;
    for (double w : widths) {
      all += w;
    }
    body.append(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Report\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/>")
        .append("<w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for (double w : widths) {
      body.append(String.format(Locale.ROOT, "<w:gridCol w:w=\"%d\"/>", (int) (w / all * page)));
    }
    body.append("</w:tblGrid>");
    for (int i = 0; i < rows.size(); i++) {
      row(rows.get(i), i == 0);
    }
    body.append("</w:tbl>");
    return this;
  }

  private void row(List<List<String>> cells, boolean head) {
    body.append("<w:tr><w:trPr><w:cantSplit/>")
        .append(head ? "<w:tblHeader/>" : "")
        .append("</w:trPr>");
    for (List<String> lines : cells) {
      body.append("<w:tc>");
      lines.forEach(line -> styled(head ? "CellHead" : "Cell", line));
      body.append("</w:tc>");
    }
    body.append("</w:tr>");
  }

  /**
   * The document as a file.
   *
   * @param date of its entries, which is not the hour of writing
   */
  byte[] toBytes(LocalDateTime date) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", DocxParts.TYPES);
    parts.put("_rels/.rels", DocxParts.RELATIONS);
    parts.put("word/_rels/document.xml.rels", DocxParts.DOCUMENT_RELATIONS);
    parts.put("word/styles.xml", DocxParts.styles(NAMESPACE));
    parts.put("word/footer1.xml", DocxParts.footer(NAMESPACE));
    parts.put(
        "word/document.xml",
        "<w:document" + NAMESPACE + "><w:body>" + body + DocxParts.PAGE + "</w:body></w:document>");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(date);
        zip.putNextEntry(entry);
        zip.write((HEAD + part.getValue()).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text document", e);
    }
    return out.toByteArray();
  }
}
