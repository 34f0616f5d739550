package io.qingtu.server.store;

import io.qingtu.route.plan.Parameters;
import java.time.Instant;
import java.util.Optional;

/**
 * The rules' numbers as they are, were or will be in force.
 *
 * @param number 1 for what the configuration said first, then one after the other
 * @param ruleSet version that alerts carry
 * @param inForceFrom {@link Instant#MIN} for the first
 * @param proposalId that it came from; empty for the first
 */
public record ParameterVersion(
    int number,
    String ruleSet,
    Parameters parameters,
    Instant inForceFrom,
    Optional<Long> proposalId) {}
