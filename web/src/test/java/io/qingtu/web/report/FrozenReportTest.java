package io.qingtu.web.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.report.Corrections;
import io.qingtu.route.report.Edition;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.PeriodReport;
import io.qingtu.route.report.Ratio;
import io.qingtu.route.report.SignOff;
import io.qingtu.route.report.SignOff.Move;
import io.qingtu.route.report.SignOff.Signature;
import io.qingtu.route.report.TrendPoint;
import io.qingtu.route.scoring.Standards;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A frozen report gives the same files, for ever. */
class FrozenReportTest {
  private static final Masthead MASTHEAD = new Masthead("示例市", "示例市城市管理局", true);
  private static final Instant AS_OF = Edition.FORMAL.due(SyntheticWeek.WEEK);

  static FrozenReport frozen() {
    return PeriodReports.freeze(
        new PeriodReports.Head(Edition.FORMAL, AS_OF, MASTHEAD),
        SyntheticWeek.input(),
        new PeriodReports.Past(List.of(ofWeek(1), ofWeek(2)), trend()),
        new SyntheticSources());
  }

  private static List<TrendPoint> trend() {
    return IntStream.rangeClosed(1, 7)
        .mapToObj(
            i ->
                new TrendPoint(
                    Period.week(SyntheticWeek.WEEK.first().minusWeeks(8 - i)),
                    i == 3 ? Ratio.NONE : new Ratio(3 + i % 4, 1),
                    new Ratio(95 + i % 3, 100)))
        .toList();
  }

  /** Of a week before that, as if it were this one's. */
  private static Corrections ofWeek(int before) {
    Corrections c =
        Corrections.between(
            SyntheticWeekFigures.REPORT, PeriodReport.of(SyntheticWeek.withoutData()));
    Period week = Period.week(SyntheticWeek.WEEK.first().minusWeeks(before));
    return new Corrections(week, c.figures().subList(0, 5), c.events().subList(0, 5));
  }

  @Test
  void comesBackFromItsDocumentAsItWas() {
    FrozenReport report = frozen();
    assertEquals(report, FrozenJson.read(FrozenJson.write(report).packed()));
  }

  @Test
  void hasOneDocumentAndOneHash() {
    FrozenJson.Document first = FrozenJson.write(frozen());
    FrozenJson.Document second = FrozenJson.write(FrozenJson.read(first.packed()));
    assertEquals(first.sha256(), second.sha256());
    assertArrayEquals(first.packed(), second.packed());
    assertTrue(FrozenJson.isIntact(first.packed(), first.sha256()));
  }

  @Test
  void aDocumentWithAnotherByteIsNotIntact() {
    FrozenJson.Document document = FrozenJson.write(frozen());
    for (int at : new int[] {0, document.packed().length / 2, document.packed().length - 1}) {
      byte[] other = document.packed().clone();
      other[at] ^= 0x20;
      assertFalse(FrozenJson.isIntact(other, document.sha256()), "byte " + at);
    }
    byte[] cut = Arrays.copyOf(document.packed(), document.packed().length - 9);
    assertFalse(FrozenJson.isIntact(cut, document.sha256()));
  }

  /** What later versions added is absent from a document that an earlier one has frozen. */
  @Test
  void readsAndPrintsADocumentOfAnEarlierVersion() throws IOException {
    ObjectNode json = (ObjectNode) new ObjectMapper().readTree(unpacked(frozen()));
    json.remove(List.of("violations", "routes", "cases", "sweeping"));
    ObjectNode figures = (ObjectNode) json.get("figures");
    figures.remove(List.of("standards", "scoring"));
    ((ObjectNode) figures.get("quality")).remove("platform");
    for (JsonNode of : figures.get("quality").findParents("onlineTime")) {
      ((ObjectNode) of).remove(List.of("onlineTime", "laidUp"));
    }
    for (JsonNode of : figures.findParents("deviation")) {
      ((ObjectNode) of).remove("deviation");
    }
    for (JsonNode of : figures.findParents("area")) {
      ((ObjectNode) of).remove("area");
    }
    for (JsonNode of : figures.findParents("handling")) {
      ((ObjectNode) of).remove("handling");
    }
    ((ObjectNode) figures.get("cases")).remove("repeated");
    ((ObjectNode) figures.get("haulage")).remove("devices");
    ((ObjectNode) figures.at("/haulage/suspicions")).remove(List.of("inGap", "hotSpots", "sites"));
    ((ObjectNode) figures.get("cleaning")).remove(List.of("excused", "lanes"));
    for (JsonNode of : json.findParents("period")) {
      String week = ((ObjectNode) of).remove("period").textValue();
      ((ObjectNode) of).putObject("week").put("monday", Period.parse(week).first().toString());
    }
    byte[] earlier = packed(json.toString());
    FrozenReport read = FrozenJson.read(earlier);
    assertEquals(Standards.USUAL, read.figures().standards());
    assertEquals(SyntheticWeek.WEEK, read.figures().period());
    assertEquals(
        List.of("2026-W45", "2026-W44"),
        read.allCorrections().stream().map(c -> c.period().toString()).toList());
    for (ReportFormat format : ReportFormat.values()) {
      byte[] file = PeriodReports.render(read, "0", SignOff.FRESH, format);
      assertTrue(file.length > 1000, format.name());
    }
  }

  private static byte[] unpacked(FrozenReport report) throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(FrozenJson.write(report).packed()))) {
      return in.readAllBytes();
    }
  }

  private static byte[] packed(String json) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(json.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  @Test
  void tellsTheCasesOnPagesOfTheirOwn() throws IOException {
    FrozenReport report = frozen();
    assertEquals(3, report.cases().size());
    FrozenJson.Document document = FrozenJson.write(report);
    try (PDDocument read = Loader.loadPDF(render(document, SignOff.FRESH, ReportFormat.PDF))) {
      List<String> pages = new ArrayList<>();
      for (int i = 1; i <= read.getNumberOfPages(); i++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(i);
        stripper.setEndPage(i);
        pages.add(stripper.getText(read));
      }
      for (String ordinal : List.of("案例一", "案例二", "案例三")) {
        List<String> told = pages.stream().filter(p -> p.contains(ordinal)).toList();
        assertEquals(1, told.size(), ordinal);
        for (String part : List.of("违规开始", "研判：确认", "通道 1", "案件12（派遣）")) {
          assertTrue(told.get(0).contains(part), ordinal + " without " + part);
        }
      }
    }
  }

  @Test
  void givesTheSameFilesByteForByte() {
    FrozenJson.Document document = FrozenJson.write(frozen());
    for (ReportFormat format : ReportFormat.values()) {
      byte[] first = render(document, SignOff.FRESH, format);
      assertArrayEquals(first, render(document, SignOff.FRESH, format), format.name());
    }
  }

  private static byte[] render(FrozenJson.Document document, SignOff sign, ReportFormat format) {
    return PeriodReports.render(
        FrozenJson.read(document.packed()), document.sha256(), sign, format);
  }

  @Test
  void saysOnItsPagesWhatItIsAndWhoSigned() throws IOException {
    FrozenJson.Document document = FrozenJson.write(frozen());
    SignOff sign =
        SignOff.of(
            List.of(
                step(Move.EDIT, 1, "王编辑", "请各单位补扫。", "基站故障三天。"),
                step(Move.REVIEW, 2, "李审核", "", ""),
                step(Move.ISSUE, 3, "赵签发", "", "")));
    byte[] pdf = render(document, sign, ReportFormat.PDF);
    String keep = System.getProperty("report.keep.frozen");
    if (keep != null) {
      Files.write(Path.of(keep), pdf);
    }
    String text;
    String last;
    try (PDDocument read = Loader.loadPDF(pdf)) {
      text = new PDFTextStripper().getText(read);
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(read.getNumberOfPages());
      last = stripper.getText(read);
    }
    for (String said :
        List.of("正式版", "请各单位补扫。", "附注：基站故障三天。", "上期更正", "2026-W45", "2026-W44", "王编辑")) {
      assertTrue(text.contains(said), said);
    }
    for (String said :
        List.of(
            "周报〔2026〕第46期（正式版）",
            FrozenReport.GENERATOR,
            document.sha256().substring(0, 16),
            "0badcafe",
            "李审核",
            "赵签发",
            "2026年11月17日 18:00")) {
      assertTrue(last.contains(said), said + " is not on the last page: " + last);
    }
  }

  private static SignOff.Step step(
      Move move, int id, String name, String advice, String coverNote) {
    return new SignOff.Step(
        move, new Signature(id, name, AS_OF.plusSeconds(3600)), advice, coverNote);
  }
}
