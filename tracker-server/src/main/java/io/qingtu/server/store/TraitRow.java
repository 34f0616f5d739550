package io.qingtu.server.store;

import java.time.Instant;

/**
 * What a terminal is, as it has said or shown itself; texts are empty where it has not.
 *
 * @param phone digits without leading zeros
 * @param region six digits of GB/T 2260
 * @param version year of the layout of its bodies
 * @param header year of the layout of its headers
 * @param profile in use
 * @param profileBy how that was chosen
 * @param messages good ones, of all times
 * @param vin by which it has asked to be registered last; empty where by a plate
 */
public record TraitRow(
    String phone,
    String manufacturer,
    String model,
    String terminalId,
    String region,
    String imei,
    String firmware,
    String version,
    String header,
    String profile,
    String profileBy,
    boolean connected,
    long messages,
    Instant first,
    Instant last,
    String vin) {}
