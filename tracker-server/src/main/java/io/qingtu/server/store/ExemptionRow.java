package io.qingtu.server.store;

import java.time.Instant;
import java.util.List;

/**
 * A request that windows be excused (豁免).
 *
 * @param op empty: every operation
 * @param placeIds segments and collection points; none: all of the city
 * @param roads names of the roads of these segments
 * @param evidence what shows the reason, as the number of a warning or of a permit to dig
 * @param own whether the reader has asked for it
 * @param decision null while nobody has decided
 */
public record ExemptionRow(
    long id,
    String kind,
    String op,
    List<String> placeIds,
    List<String> roads,
    Instant from,
    Instant to,
    String reason,
    String evidence,
    String askedBy,
    Instant askedAt,
    boolean own,
    Decision decision,
    String decidedBy,
    Instant decidedAt,
    String decisionReason) {}
