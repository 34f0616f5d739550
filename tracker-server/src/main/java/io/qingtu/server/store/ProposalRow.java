package io.qingtu.server.store;

import java.time.Instant;
import java.util.Map;

/**
 * A change of parameters that somebody has asked for.
 *
 * @param base number of the version that it changes
 * @param company whose parameters; empty: the city's
 * @param changed the new values by name
 * @param inForceFrom when it is to come into force; null: when it is approved
 * @param trialId what it would have changed in the last days
 * @param own whether the reader has asked for it
 * @param decision null while nobody has decided
 */
public record ProposalRow(
    long id,
    int base,
    String company,
    Map<String, Double> changed,
    String reason,
    Instant inForceFrom,
    long trialId,
    String proposedBy,
    Instant proposedAt,
    boolean own,
    Decision decision,
    String decidedBy,
    Instant decidedAt,
    String decisionReason) {}
