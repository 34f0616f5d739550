package io.qingtu.route.acceptance;

import io.qingtu.route.plan.SensorKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a photo of an installation shows. */
public enum PhotoKind {
  /** 车牌. */
  PLATE,
  /** 主机. */
  UNIT,
  /** 天线. */
  ANTENNA,
  COVER(SensorKind.COVER),
  LIFT(SensorKind.LIFT),
  LOAD(SensorKind.LOAD),
  WEIGHT(SensorKind.WEIGHT),
  BRUSH(SensorKind.BRUSH),
  PUMP(SensorKind.PUMP),
  /** 铅封, with its number. */
  SEAL;

  private final SensorKind sensor;

  PhotoKind() {
    this(null);
  }

  PhotoKind(SensorKind sensor) {
    this.sensor = sensor;
  }

  /** What is needed of a vehicle with these sensors. */
  public static List<PhotoKind> of(Set<SensorKind> sensors) {
    return Arrays.stream(values())
        .filter(k -> k.sensor == null || sensors.contains(k.sensor))
        .toList();
  }
}
