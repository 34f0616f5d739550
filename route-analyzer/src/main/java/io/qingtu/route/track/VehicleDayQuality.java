package io.qingtu.route.track;

import java.time.LocalDate;
import java.util.SortedMap;

/**
 * Quality of one vehicle's data on one calendar day of the city.
 *
 * @param received records received
 * @param accepted records that the rules may use
 * @param dropped records dropped, by reason (C01 … C06)
 * @param observedShare share of the time between the day's first and last fix that is covered by
 *     fixes, 0–1
 * @param sensorHealth per fitted sensor HEALTHY, BAD or UNKNOWN
 * @param distanceKm length of the accepted track, km
 * @param continuousKm part of it without a gap, km
 */
public record VehicleDayQuality(
    String plate,
    LocalDate day,
    long received,
    long accepted,
    SortedMap<String, Long> dropped,
    double observedShare,
    SortedMap<String, String> sensorHealth,
    double distanceKm,
    double continuousKm) {}
