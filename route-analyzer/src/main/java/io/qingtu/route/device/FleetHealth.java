package io.qingtu.route.device;

import java.util.Collection;
import java.util.function.Predicate;

/**
 * How many vehicles of a fleet have a device to be looked after.
 *
 * @param silent those from which nothing comes, unannounced
 * @param faulty those with any other fault
 */
public record FleetHealth(long vehicles, long silent, long faulty) {
  /**
   * @param vehicles of the fleet
   * @param findings about them
   */
  public static FleetHealth of(long vehicles, Collection<DeviceFinding> findings) {
    return new FleetHealth(
        vehicles,
        count(findings, f -> f == DeviceFault.SILENT),
        count(findings, f -> f.isFault() && f != DeviceFault.SILENT));
  }

  private static long count(Collection<DeviceFinding> findings, Predicate<DeviceFault> fault) {
    return findings.stream()
        .filter(f -> fault.test(f.fault()))
        .map(f -> f.vehicle().vehicleId())
        .distinct()
        .count();
  }
}
