package io.qingtu.server.store;

import io.qingtu.route.plan.Validity;
import java.time.Instant;
import java.util.List;

/**
 * A vehicle that is, was or will be laid up (报停).
 *
 * @param id 0 of one that a file of the city says
 * @param period empty of time where it was never to begin
 * @param version of its newest step; 0 of a file's
 * @param saidBy who has decided, of a file's; empty of others
 * @param drivenKm what it was driven on days on which it was laid up from the first moment to the
 *     last
 * @param steps who filed what, the oldest first; none of a file's
 */
public record LayUpRow(
    long id,
    int vehicleId,
    String plate,
    String company,
    Validity period,
    int version,
    String saidBy,
    double drivenKm,
    List<Step> steps) {
  /**
   * What somebody filed.
   *
   * @param until when the vehicle runs again; {@link Instant#MAX} where that is not known
   * @param at the city's time
   */
  public record Step(Instant until, String reason, String by, Instant at) {}

  public LayUpRow {
    steps = List.copyOf(steps);
  }

  LayUpRow with(List<Step> known) {
    return new LayUpRow(id, vehicleId, plate, company, period, version, saidBy, drivenKm, known);
  }
}
