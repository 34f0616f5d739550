package io.qingtu.server.store;

import java.time.Instant;

/**
 * A report that cannot be a position and is kept as it came.
 *
 * @param reason what is impossible about it
 * @param body of the location report, raw
 */
public record QuarantinedReport(Instant received, int vehicleId, String reason, byte[] body) {}
