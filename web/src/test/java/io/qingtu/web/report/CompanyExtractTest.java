package io.qingtu.web.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.plan.Vehicle;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A company gets its own rows, and nobody else's name in them. */
class CompanyExtractTest {
  private static final List<Vehicle> VEHICLES = SyntheticWeek.input().plan().vehicles();

  private static List<Table> of(String company) {
    return CompanyExtract.of(ReportTables.all(SyntheticWeekFigures.REPORT), company);
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
    assertFalse(words.contains("驾驶员"));
  }

  @Test
  void ofACompanyThatIsNotThereIsEmpty() {
    assertTrue(of("无此企业").isEmpty());
    assertTrue(of("").stream().allMatch(t -> t.rows().isEmpty()));
  }
}
