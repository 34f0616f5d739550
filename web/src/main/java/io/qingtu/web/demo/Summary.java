package io.qingtu.web.demo;

/**
 * What a demonstration ends with: the fields of its JSON line.
 *
 * @param store {@code timescaledb} or {@code postgresql}
 */
public record Summary(
    long positionsSent,
    long positionsAcked,
    long positionsStored,
    int alertsExpected,
    int alertsRaised,
    int alertsMissed,
    int alertsFalse,
    String store) {}
