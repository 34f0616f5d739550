package io.qingtu.route.device;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 设备运维: tells from alerts, register and what came last whose device needs somebody. An alert that
 * goes on is a finding while it does; rules that judge whole days or single events raise alerts
 * that are over at once, and those stay findings for {@link #RECENT}.
 */
public final class DeviceHealth {
  /** How long something that was over when it was found is still looked after. */
  public static final Duration RECENT = Duration.ofDays(7);

  private static final Set<String> OVER_AT_ONCE = Set.of("D06", "D07", "D09", "D10", "D12");

  private final Instant now;
  private final Duration silence;

  public DeviceHealth(Parameters parameters, Instant now) {
    this.now = now;
    this.silence = Duration.ofMillis(parameters.millis(Parameter.OFFLINE_PARKED_S));
  }

  /** What is the matter, in {@link DeviceFinding#ORDER}. */
  public List<DeviceFinding> of(Collection<DeviceFacts> vehicles) {
    List<DeviceFinding> all = new ArrayList<>();
    vehicles.forEach(v -> all.addAll(of(v)));
    all.sort(DeviceFinding.ORDER);
    return all;
  }

  /**
   * Whether nothing has been the matter with a device for so long: nothing is now, and every alert
   * of it is over for that time.
   */
  public boolean isInOrder(DeviceFacts v, Duration length) {
    Instant from = now.minus(length);
    return v.alerts().stream().allMatch(a -> a.end() != null && !a.end().isAfter(from))
        && of(v).stream().allMatch(f -> f.alert() != null);
  }

  private List<DeviceFinding> of(DeviceFacts v) {
    List<DeviceFinding> found = new ArrayList<>();
    boolean mute = !v.bound() || v.heard() == null || !v.heard().isAfter(now.minus(silence));
    if (mute && v.laidUpUntil() != null) {
      return List.of(new DeviceFinding(DeviceFault.LAID_UP, v, v.heard(), null));
    }
    if (!v.bound()) {
      return List.of(new DeviceFinding(DeviceFault.UNBOUND, v, null, null));
    }
    if (v.heard() == null) {
      return List.of(new DeviceFinding(DeviceFault.NEVER_SEEN, v, null, null));
    }
    Collection<DeviceFinding> alerts = ofAlerts(v);
    found.addAll(alerts);
    if (mute && alerts.stream().noneMatch(f -> f.fault() == DeviceFault.SILENT)) {
      found.add(new DeviceFinding(DeviceFault.SILENT, v, v.heard(), null));
    }
    if (v.recorder() != null && v.recorder().isAnothers()) {
      found.add(new DeviceFinding(DeviceFault.OTHER_VIN, v, v.recorder().since(), null));
    }
    if (v.retest() != null && v.retest().isDue(now)) {
      found.add(new DeviceFinding(DeviceFault.RETEST, v, v.retest().due(), null));
    }
    return found;
  }

  /** Of alerts about the same thing the newest. */
  private Collection<DeviceFinding> ofAlerts(DeviceFacts v) {
    Map<String, DeviceFinding> newest = new LinkedHashMap<>();
    v.alerts().stream()
        .filter(this::counts)
        .sorted(Comparator.comparing(DeviceAlert::start).thenComparing(DeviceAlert::id))
        .forEach(
            alert ->
                DeviceFault.ofRule(alert.rule())
                    .ifPresent(
                        fault ->
                            newest.put(
                                alert.rule() + alert.sensor(),
                                new DeviceFinding(fault, v, alert.start(), alert))));
    return newest.values();
  }

  private boolean counts(DeviceAlert alert) {
    return alert.end() == null
        || OVER_AT_ONCE.contains(alert.rule()) && alert.end().isAfter(now.minus(RECENT));
  }
}
