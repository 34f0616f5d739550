package io.qingtu.server.store;

import java.time.Instant;

/**
 * The mail that brings an issued report to a recipient.
 *
 * @param organisation whose extract it brings; empty: the whole report
 * @param madeAt when the report was issued, or somebody had it sent to a new recipient
 * @param since when its attempts began; null before the first one
 * @param dueAt of the next attempt, while it waits
 * @param attempts so far
 * @param outcome of the last of them: what the mail server said, or why it said nothing
 * @param finishedAt null while it waits
 */
public record ReportMail(
    long id,
    long runId,
    String address,
    String organisation,
    DeliveryState state,
    Instant madeAt,
    Instant since,
    Instant dueAt,
    int attempts,
    String outcome,
    Instant finishedAt) {}
