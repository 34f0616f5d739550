package io.qingtu.server.store;

import java.time.Instant;
import java.util.List;

/**
 * How often a terminal sent something odd.
 *
 * @param phone digits without leading zeros
 * @param first moment of the first one
 * @param samples the first few, hexadecimal
 */
public record OddCount(
    String phone, OddKey key, long count, Instant first, Instant last, List<String> samples) {}
