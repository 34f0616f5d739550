package io.qingtu.route.plan;

import java.util.Set;

/**
 * A registered vehicle.
 *
 * @param company haulage company (运输企业) or cleaning contractor (作业单位)
 * @param ratedLoadT rated load, t; NaN where the file does not say
 * @param operator telecom operator of its terminal; empty where the file does not say
 * @param workWidthM how wide a strip it cleans at once (作业宽度), m; NaN where the file does not say
 */
public record Vehicle(
    String plate,
    VehicleKind kind,
    String company,
    double ratedLoadT,
    Set<SensorKind> sensors,
    String operator,
    double workWidthM) {
  public Vehicle {
    sensors = Set.copyOf(sensors);
  }

  /** Of a width that is not known. */
  public Vehicle(
      String plate,
      VehicleKind kind,
      String company,
      double ratedLoadT,
      Set<SensorKind> sensors,
      String operator) {
    this(plate, kind, company, ratedLoadT, sensors, operator, Double.NaN);
  }

  /** Of an operator that is not known. */
  public Vehicle(
      String plate, VehicleKind kind, String company, double ratedLoadT, Set<SensorKind> sensors) {
    this(plate, kind, company, ratedLoadT, sensors, "");
  }

  public boolean has(SensorKind sensor) {
    return sensors.contains(sensor);
  }
}
