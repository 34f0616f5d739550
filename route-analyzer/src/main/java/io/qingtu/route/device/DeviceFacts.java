package io.qingtu.route.device;

import io.qingtu.route.acceptance.Retest;
import java.time.Instant;
import java.util.List;

/**
 * What is known of one vehicle's device at a moment.
 *
 * @param vehicleId row id
 * @param bound whether a terminal is entered for it
 * @param heard when anything came from that last; null where nothing ever has
 * @param laidUpUntil end of the order by which it rests now (报停); null where there is none
 * @param retest when it has to be tested again; null where it was never accepted
 * @param recorder what the driving recorder says; null where it was not heard
 * @param alerts of the D rules, open or not long over
 */
public record DeviceFacts(
    int vehicleId,
    String plate,
    String company,
    boolean bound,
    Instant heard,
    Instant laidUpUntil,
    Retest retest,
    RecorderVin recorder,
    List<DeviceAlert> alerts) {
  public DeviceFacts {
    alerts = List.copyOf(alerts);
  }
}
