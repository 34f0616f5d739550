package io.qingtu.server.store;

import io.qingtu.protocol.field.Bytes;
import java.time.Instant;

/**
 * A message of a terminal that is kept as it came.
 *
 * @param phone without leading zeros
 * @param version year of the JT/T 808 that the header shows
 * @param serialNumber of the message, or of its first part
 * @param body of the whole message
 */
public record TerminalReport(
    int vehicleId,
    String phone,
    Instant receivedAt,
    int messageId,
    String version,
    int serialNumber,
    Bytes body) {}
