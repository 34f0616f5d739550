package io.qingtu.server.store;

import io.qingtu.route.plan.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Somebody whom a company has registered as a driver (驾驶员).
 *
 * @param licence number of the qualification (从业资格证), which the card in the terminal shows
 * @param validTo last day of the qualification; null where that is not known
 * @param leftAt since when he or she drives for the company no more; null where that is not so
 * @param turns the last to begin in front
 */
public record DriverRow(
    long id,
    int companyId,
    String company,
    String licence,
    String name,
    LocalDate validTo,
    Instant leftAt,
    int version,
    List<Turn> turns) {
  /**
   * That he or she drives a vehicle for a while.
   *
   * @param period empty of time where it was never to begin
   * @param filedAt the city's time at which it was typed in
   */
  public record Turn(
      long id, String plate, Validity period, int version, Instant filedAt, String reason) {}

  public DriverRow {
    turns = List.copyOf(turns);
  }

  DriverRow with(List<Turn> known) {
    return new DriverRow(id, companyId, company, licence, name, validTo, leftAt, version, known);
  }
}
