package io.qingtu.route.acceptance;

import io.qingtu.route.plan.SensorKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A point of the live test, in the order in which it is gone through. */
public enum CheckPoint {
  /** 定位: a fix with enough satellites. */
  FIX,
  /** 点火: on and off. */
  ACC,
  /** 厢盖: open and closed. */
  COVER(SensorKind.COVER),
  /** 举升: up and down. */
  LIFT(SensorKind.LIFT),
  /** 空重载: empty and loaded. */
  LOAD(SensorKind.LOAD),
  /** 载重: empty and loaded as the weighbridge says. */
  WEIGHT(SensorKind.WEIGHT),
  /** 扫盘: on and off. */
  BRUSH(SensorKind.BRUSH),
  /** 水泵: on and off. */
  PUMP(SensorKind.PUMP),
  /** 断电: the alarm comes, and goes. */
  POWER,
  /** 天线: the alarm comes, and goes. */
  ANTENNA,
  /** 路试: a drive that is a track. */
  DRIVE;

  private final SensorKind sensor;

  CheckPoint() {
    this(null);
  }

  CheckPoint(SensorKind sensor) {
    this.sensor = sensor;
  }

  /** The sensor without which a vehicle is not asked for it. */
  public Optional<SensorKind> sensor() {
    return Optional.ofNullable(sensor);
  }

  /** What a vehicle with these sensors is asked for. */
  public static List<CheckPoint> of(Set<SensorKind> sensors) {
    return Arrays.stream(values())
        .filter(p -> p.sensor == null || sensors.contains(p.sensor))
        .toList();
  }
}
