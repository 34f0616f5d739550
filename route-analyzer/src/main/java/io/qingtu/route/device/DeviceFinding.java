package io.qingtu.route.device;

import java.time.Instant;
import java.util.Comparator;

/**
 * One thing that is the matter with a device.
 *
 * @param since null where there is no such moment
 * @param alert by which it is known; null where no rule has raised one
 */
public record DeviceFinding(
    DeviceFault fault, DeviceFacts vehicle, Instant since, DeviceAlert alert) {
  /** The most urgent first, then what has lasted longest; no two are equal. */
  public static final Comparator<DeviceFinding> ORDER = Comparator.comparing(DeviceFinding::key);

  /** Where a finding stands in {@link #ORDER}, for who reads on from it. */
  public record Key(int fault, long sinceMillis, int vehicleId, long alertId)
      implements Comparable<Key> {
    private static final Comparator<Key> NATURAL =
        Comparator.comparingInt(Key::fault)
            .thenComparingLong(Key::sinceMillis)
            .thenComparingInt(Key::vehicleId)
            .thenComparingLong(Key::alertId);

    @Override
    public int compareTo(Key other) {
      return NATURAL.compare(this, other);
    }
  }

  public Key key() {
    return new Key(
        fault.ordinal(),
        since == null ? Long.MAX_VALUE : since.toEpochMilli(),
        vehicle.vehicleId(),
        alert == null ? 0 : alert.id());
  }
}
