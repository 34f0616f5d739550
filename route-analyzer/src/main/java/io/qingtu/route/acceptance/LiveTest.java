package io.qingtu.route.acceptance;

import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.AlarmFlag;
import io.qingtu.route.track.PayloadScale;
import io.qingtu.route.track.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The live test of one vehicle: its points, and how far the fixes since its begin bring them. */
public final class LiveTest {
  private final List<Check> checks = new ArrayList<>();
  private final WeightCheck weight;

  /**
   * @param vehicle whose sensors decide what is asked for
   * @param slips of the weighbridge, so far
   */
  public LiveTest(Vehicle vehicle, Parameters parameters, Collection<WeighSlip> slips) {
    weight = new WeightCheck(new PayloadScale(vehicle, parameters).ratedT(), slips);
    CheckPoint.of(vehicle.sensors()).forEach(point -> checks.add(check(point)));
  }

  private Check check(CheckPoint point) {
    return switch (point) {
      case FIX -> new FixCheck();
      case ACC -> new StatesCheck(point, p -> p.accOn() ? "ON" : "OFF", "ON", "OFF");
      case COVER -> new StatesCheck(point, p -> p.sensors().cover().name(), "OPEN", "CLOSED");
      case LIFT -> new StatesCheck(point, p -> p.sensors().lift().name(), "UP", "DOWN");
      case LOAD -> new StatesCheck(point, p -> p.sensors().load().name(), "EMPTY", "LOADED");
      case WEIGHT -> weight;
      case BRUSH -> new StatesCheck(point, p -> p.sensors().brush().name(), "ON", "OFF");
      case PUMP -> new StatesCheck(point, p -> p.sensors().pump().name(), "ON", "OFF");
      case POWER -> new AlarmCheck(point, AlarmFlag.POWER_CUT);
      case ANTENNA -> new AlarmCheck(point, AlarmFlag.ANTENNA_OPEN, AlarmFlag.ANTENNA_SHORT);
      case DRIVE -> new DriveCheck();
    };
  }

  /** Takes the next fix, in the order of fix time. */
  public void accept(Position fix) {
    checks.forEach(c -> c.accept(fix));
  }

  /** Every point that the vehicle is asked for, in its order. */
  public List<CheckResult> results() {
    return checks.stream().map(Check::result).toList();
  }

  /** The two points of the weight sensor, once both are there. */
  public Optional<Calibration> calibration() {
    return weight.calibration();
  }
}
