package io.qingtu.web.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.report.SignOff;
import io.qingtu.route.report.SignOff.Move;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A company gets its own rows, and nobody else's name in them. */
class ExtractTest {
  private static final List<Vehicle> VEHICLES = SyntheticWeek.input().plan().vehicles();

  private static final FrozenReport FROZEN =
      FrozenReportTest.frozen().under(Map.of("东区", List.of("潍水运输有限公司", "城东环卫")));
  private static final SignOff SIGN =
      SignOff.of(
          List.of(
              step(Move.EDIT, "王编辑", "请北海土石方工程有限公司整改。"),
              step(Move.REVIEW, "李审核", ""),
              step(Move.ISSUE, "欧阳签发", "")));

  private static SignOff.Step step(Move move, String name, String advice) {
    return new SignOff.Step(move, new SignOff.Signature(1, name, Instant.EPOCH), advice, "");
  }

  private static List<Table> of(String organisation) {
    return Extract.of(
            Issue.of(FROZEN, "hash", SIGN), organisation, FROZEN.companiesOf(organisation))
        .tables();
  }

  private static byte[] file(String organisation, ReportFormat format) {
    return PeriodReports.extract(FROZEN, "hash", SIGN, organisation, format);
  }

  /** All that a file says, without the spaces and ends of lines of its layout. */
  private static String text(String organisation, ReportFormat format) throws IOException {
    byte[] file = file(organisation, format);
    StringBuilder all = new StringBuilder();
    if (format == ReportFormat.PDF) {
      try (PDDocument document = Loader.loadPDF(file)) {
        all.append(new PDFTextStripper().getText(document));
      }
    } else {
      try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
        for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
          all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    // a workbook writes what is not ASCII as numbers
    return Pattern.compile("&#(x?)(\\p{XDigit}+);")
        .matcher(all)
        .replaceAll(
            m -> Character.toString(Integer.parseInt(m.group(2), m.group(1).isEmpty() ? 10 : 16)))
        .replaceAll("\\s+", "");
  }

  /** Others' names and plates do not stand anywhere in a copy, nor the whole names of persons. */
  @ParameterizedTest
  @ValueSource(strings = {"潍水运输有限公司", "城东环卫", "东区"})
  void aFileSaysNothingOfOthers(String organisation) throws IOException {
    Set<String> own = FROZEN.companiesOf(organisation);
    for (ReportFormat format : List.of(ReportFormat.PDF, ReportFormat.XLSX)) {
      String text = text(organisation, format);
      for (Vehicle v : VEHICLES) {
        if (!own.contains(v.company())) {
          assertFalse(text.contains(v.company()), format + " tells of " + v.company());
          assertFalse(text.contains(v.plate()), format + " tells of " + v.plate());
        }
      }
      for (String person : List.of("王编辑", "李审核", "欧阳签发")) {
        assertFalse(text.contains(person), format + " names " + person);
      }
      assertTrue(own.stream().allMatch(text::contains), format + " is about " + own);
      assertTrue(text.contains("李**") && text.contains("欧***"), text);
    }
  }

  @Test
  void theSameDocumentGivesTheSameBytes() {
    for (ReportFormat format : List.of(ReportFormat.PDF, ReportFormat.XLSX)) {
      assertArrayEquals(file("东区", format), file("东区", format), format.name());
    }
  }

  @Test
  void aCompanyOfWhichNothingIsKnownIsToldSo() throws IOException {
    assertTrue(text("无此企业", ReportFormat.PDF).contains("没有涉及贵单位的记录"));
  }

  private static String words(List<Table> tables) {
    return tables.stream()
        .flatMap(t -> t.rows().stream())
        .flatMap(List::stream)
        .map(CellWords::of)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void namesNoOtherCompanyAndNoOthersVehicle() {
    List<String> companies = VEHICLES.stream().map(Vehicle::company).distinct().toList();
    for (String own : companies) {
      String words = words(of(own));
      for (String other : companies) {
        assertTrue(other.equals(own) || !words.contains(other), own + " is told of " + other);
      }
      for (Vehicle v : VEHICLES) {
        assertTrue(
            v.company().equals(own) || !words.contains(v.plate()),
            own + " is told of " + v.plate());
      }
    }
  }

  @Test
  void holdsWhatIsTheirs() {
    List<Table> tables = of("潍水运输有限公司");
    List<String> sections = tables.stream().map(Table::section).toList();
    assertTrue(
        sections.containsAll(List.of("2.1", "3.4", "7.1", "7.6", "附件")), sections.toString());
    Table ranking =
        tables.stream().filter(t -> t.section().equals("7.1")).findFirst().orElseThrow();
    assertEquals(1, ranking.rows().size());
  }

  @Test
  void leavesOutTheCityAndItsDrivers() {
    String words = words(of("潍水运输有限公司"));
    assertFalse(words.contains("全市"));
    // the lines of 7.5 that are of drivers; how many points one costs is no name
    assertTrue(words.lines().noneMatch("驾驶员"::equals), words);
  }

  @Test
  void ofACompanyThatIsNotThereIsEmpty() {
    assertTrue(of("无此企业").isEmpty());
    assertTrue(of("").stream().allMatch(t -> t.rows().isEmpty()));
  }
}
