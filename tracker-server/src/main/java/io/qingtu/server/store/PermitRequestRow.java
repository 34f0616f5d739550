package io.qingtu.server.store;

import io.qingtu.server.dataset.PlanRow;
import java.time.Instant;
import java.util.Optional;

/**
 * A permit that a company asks for (准运证申报), or another state of one on file.
 *
 * @param seen the permit's version that it is made from; 0 where it is new
 * @param onFile the permit's version on file by now; 0 where there is none, or none that the reader
 *     sees
 * @param before what the permit was at that version; empty where it is new
 * @param row what is to be; when it is typed in, nobody knows before it is taken in
 * @param by name of who asks
 * @param at the city's time
 * @param outcome empty while it waits
 */
public record PermitRequestRow(
    long id,
    int companyId,
    String company,
    String plate,
    String permitId,
    int seen,
    int onFile,
    Optional<PlanRow> before,
    PlanRow row,
    String note,
    String by,
    Instant at,
    Optional<Outcome> outcome) {
  /** What becomes of it. */
  public enum Decision {
    /** 采纳: it is in the plan. */
    TAKEN,
    /** 退回. */
    REFUSED,
    /** 撤回, by the company. */
    WITHDRAWN
  }

  /**
   * Its end.
   *
   * @param by name of who decided
   * @param at the city's time
   * @param reason empty where nothing was to be said
   * @param version of the permit, that it has become; 0 where it was not taken in
   */
  public record Outcome(Decision decision, String by, Instant at, String reason, int version) {}
}
