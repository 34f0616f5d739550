package io.qingtu.web.api;

import io.qingtu.route.device.DeviceAlert;
import io.qingtu.route.device.DeviceFault;
import io.qingtu.route.device.DeviceFinding;
import io.qingtu.route.device.RecorderVin;
import io.qingtu.route.rule.RuleNames;
import io.qingtu.server.store.DeviceQueries.DeviceCase;
import io.qingtu.server.store.DeviceQueries.DeviceRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One thing that is the matter with a device, as the API tells it. */
record DeviceDetails(
    String id,
    DeviceFault fault,
    String plate,
    String kind,
    String company,
    String phone,
    Instant since,
    Instant heard,
    double lon,
    double lat,
    Instant laidUpUntil,
    String alertId,
    String rule,
    String ruleName,
    String ruleNameEn,
    String reason,
    String sensor,
    String registeredVin,
    String recorderVin,
    String caseId) {
  static DeviceDetails of(DeviceFinding f, DeviceRow row, List<DeviceCase> cases) {
    Optional<DeviceAlert> alert = Optional.ofNullable(f.alert());
    Optional<RecorderVin> recorder =
        Optional.ofNullable(f.vehicle().recorder())
            .filter(told -> f.fault() == DeviceFault.OTHER_VIN);
    return new DeviceDetails(
        id(f),
        f.fault(),
        f.vehicle().plate(),
        row.kind(),
        f.vehicle().company(),
        row.phone(),
        f.since(),
        f.vehicle().heard(),
        row.lon(),
        row.lat(),
        f.vehicle().laidUpUntil(),
        alert.map(a -> Long.toString(a.id())).orElse(null),
        alert.map(DeviceAlert::rule).orElse(null),
        alert.map(a -> RuleNames.of(a.rule()).zh()).orElse(null),
        alert.map(a -> RuleNames.of(a.rule()).en()).orElse(null),
        alert.map(DeviceAlert::reason).orElse(null),
        alert.map(DeviceAlert::sensor).filter(s -> !s.isEmpty()).orElse(null),
        recorder.map(RecorderVin::registered).orElse(null),
        recorder.map(RecorderVin::told).orElse(null),
        caseOf(f, cases).map(c -> Long.toString(c.id())).orElse(null));
  }

  /** Of what no alert has raised: any case of the vehicle's device that was not made of one. */
  private static Optional<DeviceCase> caseOf(DeviceFinding f, List<DeviceCase> cases) {
    long alert = f.key().alertId();
    return cases.stream()
        .filter(c -> c.alertId() == alert && c.vehicleId() == f.vehicle().vehicleId())
        .findFirst();
  }

  /** Where a finding stands, for who reads on from it. */
  static String id(DeviceFinding f) {
    DeviceFinding.Key key = f.key();
    return key.fault() + "_" + key.sinceMillis() + "_" + key.vehicleId() + "_" + key.alertId();
  }
}
