package io.qingtu.route.rule;

import io.qingtu.route.geo.SegmentGrid.Hit;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Shift;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.sweep.WorkSensor;
import io.qingtu.route.track.Switch;
import java.util.List;
import java.util.Optional;

/**
 * Whether a cleaning vehicle operates (SM-5): its work sensor is ON, it drives at a speed of work
 * and its shift is open. Only a fitted sensor shows it: without one a working speed is as likely a
 * transfer in traffic.
 */
final class AtWork {
  private final RuleSet rules;
  private final Parameters p;
  private final Operation op;
  private final Optional<SensorKind> sensor;
  private final Shift shift;

  /**
   * @throws IllegalArgumentException where the vehicle's kind does no work on the road
   */
  AtWork(RuleSet rules, Vehicle vehicle) {
    this.rules = rules;
    this.p = rules.parameters();
    this.op =
        WorkSensor.operationOf(vehicle.kind())
            .orElseThrow(() -> new IllegalArgumentException(vehicle.plate() + " cleans no road"));
    this.sensor = WorkSensor.fittedTo(vehicle);
    this.shift = rules.sanitation().duties().shift(vehicle, p);
  }

  Operation op() {
    return op;
  }

  /** Name of the sensor that shows it; empty where none is fitted. */
  String sensor() {
    return sensor.map(Enum::name).orElse("");
  }

  boolean operates(Moment m) {
    double v = m.fix().speedKmh();
    return v >= p.get(Parameter.WORK_MIN_KMH)
        && v <= p.get(Parameter.WORK_MAX_KMH)
        && sensor.isPresent()
        && WorkSensor.state(sensor.get(), m.sensors()) == Switch.ON
        && shift.isOpen(m.time());
  }

  /** Id of the nearest segment that it may work on; empty where none is near. */
  String segmentAt(Moment m) {
    List<Hit> road = rules.roads().near(m.fix().x(), m.fix().y(), p.get(Parameter.WORK_MATCH_M));
    return road.isEmpty() ? "" : road.get(0).segment().id();
  }
}
