package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.SensorHealth.Fault;
import java.util.EnumMap;
import java.util.Map;

/** D08 传感器故障: a sensor that behaves as no working one does. */
public final class SensorFaultRule implements Detector {
  private final RuleSet rules;
  private final Vehicle vehicle;
  private final Map<SensorKind, AlertSeries> series = new EnumMap<>(SensorKind.class);
  private final Map<SensorKind, AlertDraft> open = new EnumMap<>(SensorKind.class);

  public SensorFaultRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.vehicle = vehicle;
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    if (open.isEmpty() && m.health().allGood()) {
      return;
    }
    for (SensorKind sensor : SensorKind.values()) {
      Fault fault = m.health().findFault(sensor);
      AlertDraft draft = open.get(sensor);
      if (fault != null && draft == null) {
        draft =
            series
                .computeIfAbsent(sensor, k -> new AlertSeries("D08", rules, vehicle))
                .begin(fault.since(), m.time(), m.fix(), null)
                .grade(Grade.B)
                .reason(fault.reason())
                .because("sensor", sensor.name());
        open.put(sensor, draft);
        out.raise(draft.build());
      } else if (fault == null && draft != null) {
        out.raise(draft.end(m.time()).build());
        open.remove(sensor);
      }
    }
  }
}
