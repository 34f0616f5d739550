package io.qingtu.route.device;

import io.qingtu.route.plan.SensorKind;
import java.time.Instant;

/**
 * What is on file of one fitted sensor.
 *
 * @param reading of which moment the vehicle's last report is, where it says something of the
 *     sensor; null where it says nothing
 * @param lastObserved end of the last day on which it gave any reading; null where it never did
 * @param healthySince begin of the days, up to the newest on file, on all of which it gave readings
 *     that were believed; null where the newest is none of these
 * @param repaired when the last alert of it was over; null where there was none
 */
public record SensorFacts(
    SensorKind sensor,
    Instant reading,
    Instant lastObserved,
    Instant healthySince,
    Instant repaired) {}
