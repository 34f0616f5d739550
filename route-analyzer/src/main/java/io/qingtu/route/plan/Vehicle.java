package io.qingtu.route.plan;

import java.util.Set;

/**
 * A registered vehicle.
 *
 * @param company haulage company (运输企业) or cleaning contractor (作业单位)
 * @param ratedLoadT rated load, t; NaN where the file does not say
 */
public record Vehicle(
    String plate, VehicleKind kind, String company, double ratedLoadT, Set<SensorKind> sensors) {
  public Vehicle {
    sensors = Set.copyOf(sensors);
  }

  public boolean has(SensorKind sensor) {
    return sensors.contains(sensor);
  }
}
