package io.qingtu.route.plan;

/** What is done to a road. */
public enum Operation {
  /** 机扫. */
  SWEEP(SensorKind.BRUSH, Parameter.SWEEP_WARN_KMH, Parameter.SWEEP_INVALID_KMH),
  /** 洗扫. */
  WASH(SensorKind.BRUSH, Parameter.WASH_WARN_KMH, Parameter.WASH_INVALID_KMH),
  /** 冲洗. */
  FLUSH(SensorKind.PUMP, Parameter.FLUSH_WARN_KMH, Parameter.FLUSH_INVALID_KMH),
  /** 洒水. */
  SPRINKLE(SensorKind.PUMP, Parameter.SPRINKLE_WARN_KMH, Parameter.SPRINKLE_INVALID_KMH);

  private final SensorKind workSensor;
  private final Parameter warnSpeed;
  private final Parameter invalidSpeed;

  Operation(SensorKind workSensor, Parameter warnSpeed, Parameter invalidSpeed) {
    this.workSensor = workSensor;
    this.warnSpeed = warnSpeed;
    this.invalidSpeed = invalidSpeed;
  }

  /** The sensor that shows this operation at work. */
  public SensorKind workSensor() {
    return workSensor;
  }

  /** The speed above which the work is too fast (S04). */
  public Parameter warnSpeed() {
    return warnSpeed;
  }

  /** The speed above which the work does not count (E1). */
  public Parameter invalidSpeed() {
    return invalidSpeed;
  }

  /**
   * Whether vehicles of this kind can do the operation. A wash-sweeper's brush sweeps as well, so
   * it may serve a plan that asks for sweeping.
   */
  public boolean fits(VehicleKind kind) {
    return switch (this) {
      case SWEEP -> kind == VehicleKind.SWEEPER || kind == VehicleKind.WASH_SWEEPER;
      case WASH -> kind == VehicleKind.WASH_SWEEPER;
      case FLUSH -> kind == VehicleKind.FLUSHER;
      case SPRINKLE -> kind == VehicleKind.SPRINKLER;
    };
  }
}
