package io.qingtu.web.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class DocxReportTest {
  private static final Masthead MASTHEAD = new Masthead("示例市", "示例市城市管理局", true);
  private final byte[] file =
      new PeriodReports(MASTHEAD, week -> SyntheticWeek.input(), Sources.NONE)
          .render(SyntheticWeek.WEEK, ReportFormat.DOCX);

  private static Map<String, Document> parts(byte[] file)
      throws IOException, ParserConfigurationException, SAXException {
    Map<String, Document> parts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        parts.put(
            e.getName(),
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(content)));
      }
    }
    return parts;
  }

  private static List<Element> all(Document part, String name) {
    NodeList found = part.getElementsByTagName(name);
    List<Element> list = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      list.add((Element) found.item(i));
    }
    return list;
  }

  @Test
  void holdsEveryTableOfThePage() throws Exception {
    String keep = System.getProperty("report.keep.docx");
    if (keep != null) {
      Files.write(Path.of(keep), file);
    }
    Document text = parts(file).get("word/document.xml");
    String words = text.getDocumentElement().getTextContent();
    for (Table table : ReportTables.all(SyntheticWeekFigures.REPORT, List.of())) {
      boolean fits = table.columns().size() <= 14;
      assertEquals(fits, words.contains(table.section() + "　" + table.title()), table.title());
    }
    assertTrue(words.contains("合成数据演示"));
    int advice = words.indexOf("九、建议与下周重点");
    assertTrue(advice > words.indexOf("八、重点案例"), "what is advised follows from what is told");
    assertTrue(advice < words.indexOf("附件"), "what is advised stands before the appendices");
  }

  @Test
  void everyRowHasACellForEachColumn() throws Exception {
    Document text = parts(file).get("word/document.xml");
    for (Element table : all(text, "w:tbl")) {
      int columns = table.getElementsByTagName("w:gridCol").getLength();
      NodeList rows = table.getElementsByTagName("w:tr");
      for (int i = 0; i < rows.getLength(); i++) {
        assertEquals(columns, ((Element) rows.item(i)).getElementsByTagName("w:tc").getLength());
      }
      assertEquals(1, table.getElementsByTagName("w:tblHeader").getLength());
    }
  }

  @Test
  void namesOnlyStylesThatItHas() throws Exception {
    Map<String, Document> parts = parts(file);
    List<String> known =
        all(parts.get("word/styles.xml"), "w:style").stream()
            .map(s -> s.getAttribute("w:styleId"))
            .toList();
    for (Element used : all(parts.get("word/document.xml"), "w:pStyle")) {
      assertTrue(known.contains(used.getAttribute("w:val")), used.getAttribute("w:val"));
    }
  }

  @Test
  void charactersOfXmlAndOfControlDoNoHarm() throws Exception {
    byte[] odd =
        new Docx()
            .paragraph("<&>\"\u0001\u0007")
            .toBytes(SyntheticWeek.WEEK.first().atStartOfDay());
    assertTrue(
        parts(odd)
            .get("word/document.xml")
            .getDocumentElement()
            .getTextContent()
            .contains("<&>\""));
  }

  @Test
  void isTheSameFileEveryTime() {
    byte[] again =
        new PeriodReports(MASTHEAD, week -> SyntheticWeek.input(), Sources.NONE)
            .render(SyntheticWeek.WEEK, ReportFormat.DOCX);
    assertArrayEquals(file, again);
    assertEquals("PK", new String(file, 0, 2, StandardCharsets.US_ASCII));
  }
}
