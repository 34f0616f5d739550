package io.qingtu.server.store;

import java.time.Instant;

/**
 * A message to a webhook.
 *
 * @param sequence one more than that of the message before it
 * @param kind {@link WebhookKind#type()}
 * @param state WAITING, DELIVERED, PARKED
 * @param since when its attempts began
 * @param attempts so far
 * @param outcome of the last of them: a status, or why there was none
 * @param finishedAt null while it waits
 */
public record WebhookMessage(
    long id,
    long webhookId,
    long sequence,
    String kind,
    DeliveryState state,
    Instant madeAt,
    Instant since,
    Instant dueAt,
    int attempts,
    String outcome,
    Instant finishedAt) {}
