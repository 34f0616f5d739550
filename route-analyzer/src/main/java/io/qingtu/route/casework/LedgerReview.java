package io.qingtu.route.casework;

import java.time.Duration;
import java.time.Instant;

/**
 * The monthly review (挂账复核) of a case on the ledger.
 *
 * @param due somebody has to look whether it can be solved now
 * @param urged nobody has for half that time again: 督办, as of every limit
 */
public record LedgerReview(Instant due, Instant urged) {
  /** A month. */
  public static final Duration EVERY = Duration.ofDays(30);

  static LedgerReview after(Instant began) {
    return new LedgerReview(began.plus(EVERY), began.plus(EVERY.multipliedBy(3).dividedBy(2)));
  }
}
