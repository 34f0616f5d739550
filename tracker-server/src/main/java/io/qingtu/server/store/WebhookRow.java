package io.qingtu.server.store;

import java.time.Instant;
import java.util.List;

/**
 * An address that is told what happens.
 *
 * @param owner login of the account whose scope it has
 * @param endedAt null while it holds
 * @param endReason REVOKED, GONE, or empty
 * @param waiting messages on their way
 * @param parked messages that were given up
 * @param lastOutcome of the last attempt; empty where there was none
 */
public record WebhookRow(
    long id,
    String owner,
    String url,
    List<WebhookKind> kinds,
    String createdBy,
    Instant createdAt,
    Instant endedAt,
    String endReason,
    long waiting,
    long parked,
    String lastOutcome) {}
