package io.qingtu.web.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.report.ReportInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PdfReportTest {
  private static final Masthead MASTHEAD = new Masthead("示例市", "示例市城市管理局", true);
  private static byte[] pdf;
  private static String text;

  @BeforeAll
  static void print() throws IOException {
    pdf = render(SyntheticWeek.input());
    String keep = System.getProperty("report.keep");
    if (keep != null) {
      Files.write(Path.of(keep), pdf);
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      text = new PDFTextStripper().getText(document);
    }
  }

  private static byte[] render(ReportInput input) {
    return new PeriodReports(MASTHEAD, week -> input, Sources.NONE)
        .render(SyntheticWeek.WEEK, ReportFormat.PDF);
  }

  @Test
  void holdsEverySection() {
    for (String heading :
        List.of(
            "一、本周概览",
            "二、数据质量",
            "三、渣土运输",
            "四、环卫作业",
            "五、案件闭环",
            "六、报警质量",
            "七、评分与红黑榜",
            "八、重点案例",
            "统计与评分标准",
            "九、建议与下周重点",
            "附件")) {
      assertTrue(text.contains(heading), heading);
    }
    for (Table table : ReportTables.all(SyntheticWeekFigures.REPORT, List.of())) {
      boolean printed = !List.of("事件清单", "路段表", "重点案例经过").contains(table.title());
      assertEquals(printed, text.contains(table.title()), table.title());
    }
  }

  @Test
  void saysOnEveryPageThatItIsSynthetic() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        assertTrue(stripper.getText(document).contains("合成数据演示"), "page " + page);
      }
    }
  }

  @Test
  void printsRareCharactersFromTheFallbackFont() {
    for (String rare : List.of("龘运渣土", "㙓里保洁", "峂山区")) {
      assertTrue(text.contains(rare), rare);
    }
    assertFalse(text.contains("#"), "# stands for a character that no font has");
  }

  @Test
  void embedsItsFontsAsSubsets() throws IOException {
    Map<String, Boolean> fonts = new TreeMap<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          fonts.put(font.getName(), font.isEmbedded());
        }
      }
    }
    assertTrue(fonts.size() >= 3, fonts.toString());
    fonts.forEach((name, embedded) -> assertTrue(embedded && name.matches("[A-Z]{6}\\+.*"), name));
    assertTrue(pdf.length < 3_000_000, "bytes: " + pdf.length);
  }

  @Test
  void hasABookmarkForEverySection() throws IOException {
    List<String> marks = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
        marks.add(item.getTitle());
      }
    }
    assertEquals(
        List.of(
            "一、本周概览",
            "二、数据质量",
            "三、渣土运输",
            "四、环卫作业",
            "五、案件闭环",
            "六、报警质量",
            "七、评分与红黑榜",
            "八、重点案例",
            "九、建议与下周重点",
            "附件"),
        marks);
  }

  @Test
  void isTheSameFileEveryTime() {
    assertArrayEquals(pdf, render(SyntheticWeek.input()));
  }

  @Test
  void printsAWeekWithoutData() throws IOException {
    try (PDDocument document = Loader.loadPDF(render(SyntheticWeek.withoutData()))) {
      String empty = new PDFTextStripper().getText(document);
      assertTrue(empty.contains("须附说明后方可印发"));
      assertTrue(empty.contains("本期没有记录"));
    }
  }
}
