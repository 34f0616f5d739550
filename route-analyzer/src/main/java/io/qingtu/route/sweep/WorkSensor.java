package io.qingtu.route.sweep;

import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.plan.VehicleKind;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.util.Optional;

/** What a vehicle is for and which of its sensors shows that it does it. */
public final class WorkSensor {
  private WorkSensor() {}

  /** The operation of a kind of vehicle; empty where it does not work on the road. */
  public static Optional<Operation> operationOf(VehicleKind kind) {
    return switch (kind) {
      case SWEEPER -> Optional.of(Operation.SWEEP);
      case WASH_SWEEPER -> Optional.of(Operation.WASH);
      case FLUSHER -> Optional.of(Operation.FLUSH);
      case SPRINKLER -> Optional.of(Operation.SPRINKLE);
      default -> Optional.empty();
    };
  }

  /**
   * The fitted sensor that shows the vehicle at work; empty where it has none. A wash-sweeper
   * without a brush sensor shows it by its pump: it never sweeps without water.
   */
  public static Optional<SensorKind> fittedTo(Vehicle vehicle) {
    Optional<SensorKind> own =
        operationOf(vehicle.kind()).map(Operation::workSensor).filter(vehicle::has);
    return own.isEmpty() && vehicle.kind() == VehicleKind.WASH_SWEEPER
        ? Optional.of(SensorKind.PUMP).filter(vehicle::has)
        : own;
  }

  /** The state of a work sensor. */
  public static Switch state(SensorKind sensor, Sensors sensors) {
    return switch (sensor) {
      case BRUSH -> sensors.brush();
      case PUMP -> sensors.pump();
      default -> Switch.UNKNOWN;
    };
  }
}
