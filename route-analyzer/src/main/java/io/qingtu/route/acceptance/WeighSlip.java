package io.qingtu.route.acceptance;

import java.time.Instant;

/**
 * What a weighbridge (地磅) says of the vehicle.
 *
 * @param loaded whether it stood there with its load
 * @param grossT what it weighs, vehicle and all, t
 * @param at when it stood there, by the server's clock
 */
public record WeighSlip(boolean loaded, double grossT, Instant at) {}
