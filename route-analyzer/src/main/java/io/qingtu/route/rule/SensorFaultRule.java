package io.qingtu.route.rule;

import io.qingtu.route.alert.AlertDraft;
import io.qingtu.route.alert.Grade;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.SensorHealth.Fault;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/**
 * D08 传感器故障: a sensor that behaves as no working one does. The alert is the ticket for its repair;
 * of the days off only the weekends are known.
 */
public final class SensorFaultRule implements Detector.OfMoments {
  private final RuleSet rules;
  private final Vehicle vehicle;
  private final int dueDays;
  private final Map<SensorKind, AlertSeries> series = new EnumMap<>(SensorKind.class);
  private final Map<SensorKind, AlertDraft> open = new EnumMap<>(SensorKind.class);

  public SensorFaultRule(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.vehicle = vehicle;
    this.dueDays = (int) rules.parameters().get(Parameter.TICKET_DAYS);
  }

  @Override
  public void accept(Moment m, AlertSink out) {
    if (open.isEmpty() && m.health().allGood()) {
      return;
    }
    for (SensorKind sensor : SensorKind.values()) {
      Fault fault = m.health().findFault(sensor);
      boolean bad = fault != null && fault.kind().sensor() == sensor;
      AlertDraft draft = open.get(sensor);
      if (bad && draft == null) {
        open.put(sensor, begin(sensor, fault, m, out));
      } else if (!bad && draft != null) {
        out.raise(draft.end(m.time()).build());
        open.remove(sensor);
      }
    }
  }

  private AlertDraft begin(SensorKind sensor, Fault fault, Moment m, AlertSink out) {
    AlertDraft draft =
        series
            .computeIfAbsent(sensor, k -> new AlertSeries("D08", rules, vehicle))
            .begin(fault.since(), m.time(), m.fix(), null)
            .grade(Grade.B)
            .reason(fault.reason())
            .because("sensor", sensor.name())
            .because("repair due", due(m.time()).toString());
    out.raise(draft.build());
    return draft;
  }

  /** The last of so many working days after a moment. */
  private LocalDate due(Instant found) {
    LocalDate day = found.atZone(DailyHours.CITY_ZONE).toLocalDate();
    for (int left = dueDays; left > 0; ) {
      day = day.plusDays(1);
      left -= day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 ? 1 : 0;
    }
    return day;
  }
}
