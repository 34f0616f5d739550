package io.qingtu.server.store;

import java.time.Instant;

/**
 * A command as it is asked for.
 *
 * @param phone of the terminal, without leading zeros
 * @param arguments a JSON object
 * @param requestedBy an account's id; null for the system itself
 * @param expiresAt first moment at which it must no longer be sent
 */
public record CommandOrder(
    int vehicleId,
    String phone,
    String kind,
    String arguments,
    String reason,
    Integer requestedBy,
    Instant createdAt,
    Instant expiresAt) {}
