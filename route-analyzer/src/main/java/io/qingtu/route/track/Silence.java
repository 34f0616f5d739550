package io.qingtu.route.track;

import java.time.Instant;

/**
 * A time without any packet of a vehicle, by the server's clock.
 *
 * @param from when the last packet before it was received
 * @param to when the next one was received; null while it lasts
 */
public record Silence(Instant from, Instant to) {}
