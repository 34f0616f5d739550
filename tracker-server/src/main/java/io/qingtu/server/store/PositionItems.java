package io.qingtu.server.store;

import io.qingtu.protocol.field.Bytes;
import java.time.Instant;

/**
 * The additional items of a position that is in the store.
 *
 * @param phone of the terminal, without leading zeros
 * @param items as sent
 */
public record PositionItems(
    int vehicleId,
    String phone,
    Instant time,
    Instant received,
    double lon,
    double lat,
    Bytes items) {}
