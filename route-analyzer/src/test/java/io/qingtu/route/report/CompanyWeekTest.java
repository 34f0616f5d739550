package io.qingtu.route.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.route.report.CompanyWeek.Confirmed;
import io.qingtu.route.report.CompanyWeek.Trips;
import io.qingtu.route.scoring.Standards;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompanyWeekTest {
  private static Trips trips(String company, long observed) {
    return new Trips(company, observed, observed, observed, 900, 1000);
  }

  private static List<String> worst(List<Trips> trips, Confirmed... confirmed) {
    return CompanyWeek.worst(trips, List.of(confirmed), Standards.USUAL, 3).stream()
        .map(CompanyWeek::company)
        .toList();
  }

  @Test
  void weighsByWhatWasProvenAndHowOftenACompanyDrove() {
    List<CompanyWeek> worst =
        CompanyWeek.worst(
            List.of(trips("often", 200), trips("seldom", 20), trips("hard", 20)),
            List.of(
                new Confirmed("often", 2, 10),
                new Confirmed("seldom", 2, 2),
                new Confirmed("hard", 4, 1),
                new Confirmed("hard", 1, 1)),
            Standards.USUAL,
            3);
    assertEquals(
        List.of("hard", "seldom", "often"), worst.stream().map(CompanyWeek::company).toList());
    // (10 + 1) x 100 / 20
    assertEquals(55, worst.get(0).perHundred().ratio().value(), 1e-9);
    assertEquals(2, worst.get(0).confirmed());
  }

  @Test
  void leavesOutWhoDroveTooLittleOrWasNotSeen() {
    Trips nineteen = trips("nineteen", 19);
    Trips unseen = new Trips("unseen", 30, 20, 20, 799, 1000);
    Trips seen = new Trips("seen", 30, 20, 20, 800, 1000);
    assertEquals(
        List.of("seen"),
        worst(
            List.of(nineteen, unseen, seen),
            new Confirmed("nineteen", 4, 9),
            new Confirmed("unseen", 4, 9),
            new Confirmed("seen", 1, 1)));
  }

  @Test
  void namesNobodyOfWhomNothingIsConfirmedAndNoMoreThanAsked() {
    assertEquals(List.of(), worst(List.of(trips("clean", 100))));
    assertEquals(
        List.of("a", "b", "c"),
        worst(
            List.of(trips("d", 50), trips("c", 50), trips("b", 50), trips("a", 50)),
            new Confirmed("a", 1, 1),
            new Confirmed("b", 1, 1),
            new Confirmed("c", 1, 1),
            new Confirmed("d", 1, 1)));
  }
}
