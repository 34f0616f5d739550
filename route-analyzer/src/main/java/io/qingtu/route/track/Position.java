package io.qingtu.route.track;

import java.time.Instant;

/**
 * One fix of one vehicle, in the project's units; it knows nothing of the protocol that brought it.
 *
 * @param plate the vehicle's plate (车牌), its identity throughout the analysis
 * @param fixTime when the terminal took the fix (event time; the rules run on it)
 * @param receivedTime when the server received it (link rules and latency only)
 * @param longitude WGS-84 degrees, east positive
 * @param latitude WGS-84 degrees, north positive
 * @param fixValid whether the terminal says that it had a fix
 * @param speedKmh speed over ground by GNSS, km/h
 * @param vssKmh speed of the driving recorder, km/h; NaN where there is none
 * @param directionDegrees course clockwise from north, 0–359; -1 where unknown
 * @param altitudeMetres height above sea level, m
 * @param accOn whether the ignition is on
 * @param satellites satellites used; -1 where unknown
 * @param odometerKm total distance, km; NaN where unknown
 * @param alarmBits alarm flags (报警标志) of JT/T 808, location report, as sent
 * @param statusBits status (状态) of JT/T 808, location report, as sent
 * @param sensors normalised sensor states at this fix
 * @param backfill whether it came as blind-spot data (盲区补传)
 */
public record Position(
    String plate,
    Instant fixTime,
    Instant receivedTime,
    double longitude,
    double latitude,
    boolean fixValid,
    double speedKmh,
    double vssKmh,
    int directionDegrees,
    int altitudeMetres,
    boolean accOn,
    int satellites,
    double odometerKm,
    long alarmBits,
    long statusBits,
    Sensors sensors,
    boolean backfill) {}
