package io.qingtu.server.store;

import io.qingtu.route.casework.Limit;
import java.time.Instant;
import java.util.Map;

/**
 * A change of limits that somebody has asked for.
 *
 * @param base number of the version that it changes
 * @param changed the new limits by the names of their rows
 * @param inForceFrom when it is to come into force; null: when it is approved
 * @param own whether the reader has asked for it
 * @param decision null while nobody has decided
 */
public record CaseLimitProposal(
    long id,
    int base,
    Map<String, Limit> changed,
    String reason,
    Instant inForceFrom,
    String proposedBy,
    Instant proposedAt,
    boolean own,
    Decision decision,
    String decidedBy,
    Instant decidedAt,
    String decisionReason) {}
