package io.qingtu.web.report;

/** What every text document has beside its text: types, relations, styles and the foot. */
final class DocxParts {
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  static final String TYPES =
      "<Types xmlns=\""
          + PACKAGE
          + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd."
          + "openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\""
          + " ContentType=\"application/xml\"/>"
          + type("document", "document.main")
          + type("styles", "styles")
          + type("footer1", "footer")
          + "</Types>";

  static final String RELATIONS =
      "<Relationships xmlns=\""
          + PACKAGE
          + "relationships\">"
          + relation(1, "officeDocument", "word/document.xml")
          + "</Relationships>";

  static final String DOCUMENT_RELATIONS =
      "<Relationships xmlns=\""
          + PACKAGE
          + "relationships\">"
          + relation(1, "styles", "styles.xml")
          + relation(2, "footer", "footer1.xml")
          + "</Relationships>";

  /** A4; margins of 30, 26, 26 and 28 mm, as GB/T 9704 has them nearly. */
  static final String PAGE = page("w:w=\"11906\" w:h=\"16838\"");

  /** The same, lying. */
  static final String WIDE_PAGE = page("w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"");

  private DocxParts() {}

  private static String page(String size) {
    return "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz "
        + size
        + "/><w:pgMar w:top=\"1701\" w:right=\"1474\" w:bottom=\"1474\""
        + " w:left=\"1587\" w:header=\"851\" w:footer=\"851\" w:gutter=\"0\"/></w:sectPr>";
  }

  private static String type(String part, String name) {
    return "<Override PartName=\"/word/"
        + part
        + ".xml\" ContentType=\""
        + WORD
        + name
        + "+xml\"/>";
  }

  private static String relation(int id, String kind, String target) {
    return "<Relationship Id=\"rId"
        + id
        + "\" Type=\""
        + OFFICE
        + kind
        + "\" Target=\""
        + target
        + "\"/>";
  }

  /** Page x of y. */
  static String footer(String namespace) {
    return "<w:ftr"
        + namespace
        + "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
        + text("第 ")
        + field("PAGE")
        + text(" 页 / 共 ")
        + field("NUMPAGES")
        + text(" 页")
        + "</w:p></w:ftr>";
  }

  private static String text(String words) {
    return "<w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r>";
  }

  private static String field(String name) {
    return "<w:fldSimple w:instr=\" " + name + " \"><w:r><w:t>1</w:t></w:r></w:fldSimple>";
  }

  /** Type sizes in half points: title 二号, text 三号 仿宋, headings 黑体. */
  static String styles(String namespace) {
    return "<w:styles"
        + namespace
        + "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\""
        + " w:hAnsi=\"Times New Roman\" w:eastAsia=\"仿宋\"/><w:sz w:val=\"32\"/></w:rPr>"
        + "</w:rPrDefault></w:docDefaults>"
        + style("Normal", "<w:spacing w:line=\"560\" w:lineRule=\"exact\"/>", 32, "仿宋", false)
        + style(
            "Title",
            "<w:spacing w:before=\"1200\" w:after=\"400\"/><w:jc w:val=\"center\"/>",
            44,
            "宋体",
            true)
        + style(
            "Heading1",
            "<w:keepNext/><w:spacing w:before=\"400\" w:after=\"160\"/><w:outlineLvl w:val=\"0\"/>",
            32,
            "黑体",
            true)
        + style(
            "Heading2",
            "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>",
            24,
            "黑体",
            false)
        + style("Note", "<w:spacing w:before=\"60\"/>", 18, "仿宋", false)
        + style("Cell", "<w:spacing w:before=\"20\" w:after=\"20\"/>", 17, "宋体", false)
        + style(
            "CellHead",
            "<w:spacing w:before=\"20\" w:after=\"20\"/><w:jc w:val=\"center\"/>",
            17,
            "黑体",
            true)
        + "<w:style w:type=\"table\" w:styleId=\"Report\"><w:name w:val=\"Report\"/><w:tblPr>"
        + "<w:tblBorders>"
        + border("top", 8)
        + border("bottom", 8)
        + border("insideH", 4)
        + "</w:tblBorders><w:tblCellMar>"
        + margin("left")
        + margin("right")
        + "</w:tblCellMar></w:tblPr></w:style></w:styles>";
  }

  /** A millimetre: there is little room in a table of many columns. */
  private static String margin(String side) {
    return "<w:" + side + " w:w=\"57\" w:type=\"dxa\"/>";
  }

  private static String border(String side, int eighths) {
    return "<w:" + side + " w:val=\"single\" w:sz=\"" + eighths + "\" w:color=\"333333\"/>";
  }

  private static String style(
      String id, String paragraph, int halfPoints, String font, boolean bold) {
    return "<w:style w:type=\"paragraph\" w:styleId=\""
        + id
        + "\"><w:name w:val=\""
        + id
        + "\"/><w:pPr>"
        + paragraph
        + "</w:pPr><w:rPr><w:rFonts w:eastAsia=\""
        + font
        + "\"/>"
        + (bold ? "<w:b/>" : "")
        + "<w:sz w:val=\""
        + halfPoints
        + "\"/></w:rPr></w:style>";
  }
}
