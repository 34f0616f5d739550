package io.qingtu.web.api;

import io.qingtu.server.dataset.PlanRow;
import io.qingtu.server.store.PermitRequestRow;
import io.qingtu.server.store.PermitRequestRow.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A permit that a company asks for, as the API tells it.
 *
 * @param state WAITING, or how it was decided
 * @param seen the permit's version that it is made from; 0 where it is new
 * @param onFile the permit's version by now; 0 where there is none
 * @param before texts of the version that it is made from, by the names of the data-set format;
 *     null where it is new
 * @param columns texts of what is to be; entered_at is empty
 * @param version of the permit, that it has become; null where it was not taken in
 */
record PermitRequestView(
    String id,
    String company,
    String plate,
    String permitId,
    String state,
    int seen,
    int onFile,
    Map<String, String> before,
    Map<String, String> columns,
    String note,
    String by,
    Instant at,
    String decidedBy,
    Instant decidedAt,
    String reason,
    Integer version) {
  static PermitRequestView of(PermitRequestRow row) {
    Optional<Outcome> outcome = row.outcome();
    return new PermitRequestView(
        Long.toString(row.id()),
        row.company(),
        row.plate(),
        row.permitId(),
        outcome.map(o -> o.decision().name()).orElse("WAITING"),
        row.seen(),
        row.onFile(),
        row.before().map(PlanRow::columns).orElse(null),
        row.row().columns(),
        row.note(),
        row.by(),
        row.at(),
        outcome.map(Outcome::by).orElse(""),
        outcome.map(Outcome::at).orElse(null),
        outcome.map(Outcome::reason).orElse(""),
        outcome.map(Outcome::version).filter(v -> v > 0).orElse(null));
  }
}
