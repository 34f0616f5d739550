package io.qingtu.web.api;

import io.qingtu.server.store.DriverRow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A driver as he or she is shown.
 *
 * @param validTo last day of the qualification; null where that is not known
 * @param leftAt null where he or she drives for the company
 */
record DriverView(
    String id,
    String company,
    String licence,
    String name,
    LocalDate validTo,
    Instant leftAt,
    int version,
    List<Turn> turns) {
  private static final int SHOWN_DIGITS = 4;

  /**
   * @param until null where it has no end yet
   * @param lateHours how long after its beginning it was typed in (补录); 0 where it was in time
   */
  record Turn(
      String id,
      String plate,
      KeptState state,
      Instant from,
      Instant until,
      int version,
      double lateHours,
      String reason) {
    static Turn of(DriverRow.Turn turn, Instant now) {
      Instant from = turn.period().from();
      Instant until = turn.period().to();
      return new Turn(
          Long.toString(turn.id()),
          turn.plate(),
          KeptState.of(turn.period(), now),
          from,
          until.equals(Instant.MAX) ? null : until,
          turn.version(),
          Math.max(0, Duration.between(from, turn.filedAt()).toSeconds() / 3600.0),
          turn.reason());
    }
  }

  /**
   * @param masked whether who looks may not know who it is
   */
  static DriverView of(DriverRow row, boolean masked, Instant now) {
    return new DriverView(
        Long.toString(row.id()),
        row.company(),
        masked ? maskedLicence(row.licence()) : row.licence(),
        masked ? maskedName(row.name()) : row.name(),
        row.validTo(),
        row.leftAt(),
        row.version(),
        row.turns().stream().map(t -> Turn.of(t, now)).toList());
  }

  /** 王** of 王小明. */
  static String maskedName(String name) {
    int[] letters = name.codePoints().toArray();
    return letters.length == 0
        ? ""
        : Character.toString(letters[0]) + "*".repeat(letters.length - 1);
  }

  /** The last digits alone, and those only of a number that has more. */
  static String maskedLicence(String licence) {
    int hidden =
        Math.max(licence.length() - SHOWN_DIGITS, Math.min(licence.length(), SHOWN_DIGITS));
    return "*".repeat(hidden) + licence.substring(hidden);
  }
}
