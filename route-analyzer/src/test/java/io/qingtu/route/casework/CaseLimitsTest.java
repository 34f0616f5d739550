package io.qingtu.route.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.route.casework.CaseLimits.Row;
import io.qingtu.route.casework.Limit.Unit;
import io.qingtu.route.casework.LimitBook.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseLimitsTest {
  private static final Row DUMPING = new Row(CaseType.DUMPING, Term.HANDLING);

  /** Monday, 09:00 in the city. */
  private static final Instant NOW = Instant.parse("2026-11-16T01:00:00Z");

  @Test
  void hasALimitForEveryTermOfEveryType() {
    assertEquals(new HashSet<>(Row.ALL), CaseLimits.USUAL.rows().keySet());
    assertEquals(CaseType.values().length * Term.values().length, Row.ALL.size());
    assertEquals(
        Limit.workingHours(4), CaseLimits.USUAL.of(CaseType.DUMPING, Term.HANDLING), "by its type");
    assertEquals(
        new Limit(0.25, Unit.CLOCK_HOUR), CaseLimits.USUAL.of(CaseType.OTHER, Term.DISPATCH));
  }

  @Test
  void changesTheRowsThatAreNamedAndNoOther() {
    CaseLimits changed = CaseLimits.USUAL.changed(Map.of(DUMPING, Limit.workingDays(1)));
    assertEquals(Limit.workingDays(1), changed.of(CaseType.DUMPING, Term.HANDLING));
    for (Row row : Row.ALL) {
      if (!row.equals(DUMPING)) {
        assertEquals(CaseLimits.USUAL.rows().get(row), changed.rows().get(row), row.name());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CLOCK_HOUR, 0.05, 2160",
    "WORKING_HOUR, 0.1, 528",
    "WORKING_DAY, 0.1, 66",
  })
  void takesWhatIsLongerThanNothingAndNoLongerThanAnybodyWaits(
      Unit unit, double least, double most) {
    for (double amount : List.of(least, most)) {
      Limit limit = new Limit(amount, unit);
      assertEquals(
          limit,
          CaseLimits.USUAL.changed(Map.of(DUMPING, limit)).of(CaseType.DUMPING, Term.HANDLING));
    }
    for (double amount :
        List.of(least - 0.001, most + 0.001, 0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY)) {
      Map<Row, Limit> changed = Map.of(DUMPING, new Limit(amount, unit));
      String told =
          assertThrows(IllegalArgumentException.class, () -> CaseLimits.USUAL.changed(changed))
              .getMessage();
      assertTrue(told.startsWith("DUMPING/HANDLING: " + amount + " " + unit), told);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "DUMPING", "DUMPING/", "HANDLING/DUMPING", "dumping/handling"})
  void knowsNoOtherRows(String name) {
    assertEquals(DUMPING, Row.of("DUMPING/HANDLING"));
    assertThrows(IllegalArgumentException.class, () -> Row.of(name));
  }

  /** From the moment on, and for what begins then; what has begun stays. */
  @Test
  void measuresALimitByTheTableThatWasInForceWhenItBegan() throws CaseRefusal {
    Instant from = NOW.plusSeconds(60);
    LimitBook book =
        new LimitBook(
            List.of(
                LimitBook.USUAL.tables().get(0),
                new Table(
                    from,
                    CaseLimits.USUAL.changed(
                        Map.of(
                            new Row(CaseType.LITTER, Term.FILING), new Limit(2, Unit.CLOCK_HOUR),
                            new Row(CaseType.LITTER, Term.DISPATCH),
                                new Limit(1, Unit.CLOCK_HOUR))))));
    assertEquals(NOW.plus(Duration.ofMinutes(30)), due(accepted(NOW, book)));
    assertEquals(
        from.minusMillis(1).plus(Duration.ofMinutes(30)), due(accepted(from.minusMillis(1), book)));
    assertEquals(from.plus(Duration.ofHours(2)), due(accepted(from, book)));
    CaseFile filed =
        accepted(NOW, book)
            .after(
                new Step(Move.FILE, 1, from, 0, Optional.empty(), Optional.empty(), ""),
                WorkCalendar.USUAL);
    assertEquals(from.plus(Duration.ofHours(1)), due(filed), "its next stage began after it");
  }

  private static CaseFile accepted(Instant at, LimitBook book) {
    return CaseFile.accepted(CaseType.LITTER, Scene.UNKNOWN, at, book);
  }

  private static Instant due(CaseFile file) {
    return file.deadline(WorkCalendar.USUAL).orElseThrow().due();
  }
}
