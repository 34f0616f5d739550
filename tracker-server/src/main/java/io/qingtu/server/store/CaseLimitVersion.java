package io.qingtu.server.store;

import io.qingtu.route.casework.CaseLimits;
import java.time.Instant;
import java.util.Optional;

/**
 * The table of limits as it is, was or will be in force.
 *
 * @param number 1 for what the server holds by itself, then one after the other
 * @param inForceFrom {@link Instant#MIN} for the first
 * @param proposalId that it came from; empty for the first
 */
public record CaseLimitVersion(
    int number, CaseLimits limits, Instant inForceFrom, Optional<Long> proposalId) {
  static final CaseLimitVersion FIRST =
      new CaseLimitVersion(1, CaseLimits.USUAL, Instant.MIN, Optional.empty());
}
