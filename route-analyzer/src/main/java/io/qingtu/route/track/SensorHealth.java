package io.qingtu.route.track;

import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import java.time.Instant;

/**
 * Which sensors are not to be believed (rule D08). A bad sensor says UNKNOWN, so that every rule
 * that needs it is off, until it has gone through one plausible cycle.
 */
public final class SensorHealth {
  /**
   * A sensor that went bad.
   *
   * @param since first moment of the behaviour that shows it
   */
  public record Fault(Misbehaviour kind, Instant since) {
    /** Name of the behaviour. */
    public String reason() {
      return kind.reason();
    }
  }

  private final CoverWatch cover;
  private final LiftWatch lift;
  private final WeightWatch weight;
  private final SwitchWatch brush;
  private final SwitchWatch pump;
  private boolean inEndPlace;
  private boolean allGood = true;

  public SensorHealth(Vehicle vehicle, Parameters p) {
    cover = new CoverWatch(p);
    lift = new LiftWatch(p);
    weight = new WeightWatch(vehicle, p);
    brush = new SwitchWatch(Misbehaviour.BRUSH_STUCK_ON, Misbehaviour.BRUSH_STUCK_OFF, p);
    pump = new SwitchWatch(Misbehaviour.PUMP_STUCK_ON, Misbehaviour.PUMP_STUCK_OFF, p);
  }

  /** Takes what the fitted sensors say at the next fix and returns what may be believed of it. */
  public Sensors judge(CleanFix fix, Sensors s) {
    cover.accept(fix.millis(), s.cover(), fix.afterGap());
    lift.accept(fix, s.lift());
    weight.accept(fix, s, inEndPlace);
    brush.accept(fix, s.brush());
    pump.accept(fix, s.pump());
    allGood =
        cover.fault() == null
            && lift.fault() == null
            && weight.fault() == null
            && brush.fault() == null
            && pump.fault() == null;
    if (allGood) {
      return s;
    }
    return new Sensors(
        isBad(SensorKind.COVER) ? Cover.UNKNOWN : s.cover(),
        isBad(SensorKind.LIFT) ? Lift.UNKNOWN : s.lift(),
        isBad(SensorKind.LOAD) ? Load.UNKNOWN : s.load(),
        isBad(SensorKind.WEIGHT) ? Double.NaN : s.weightT(),
        isBad(SensorKind.BRUSH) ? Switch.UNKNOWN : s.brush(),
        isBad(SensorKind.PUMP) ? Switch.UNKNOWN : s.pump());
  }

  /** Whether the vehicle is in an end place at the last fix. */
  public void place(boolean endPlace) {
    inEndPlace = endPlace;
  }

  /** A gap hides what was done in a site or in an end place. */
  public void unseenAtWork() {
    cover.unseenAtWork();
  }

  /** A loaded trip began. */
  public void tripBegan() {
    lift.tripBegan();
  }

  /**
   * A loaded trip is over and its load came off.
   *
   * @param inDisposal whether it came off where it may, in a disposal ground
   */
  public void tripCompleted(Instant at, boolean inDisposal) {
    cover.tripCompleted();
    weight.tripCompleted();
    if (inDisposal) {
      lift.unloaded(at);
    }
  }

  /** Weight and load sensor have contradicted each other for too long (SM-4). */
  public void loadContradicted(Instant since) {
    weight.contradicted(since);
  }

  /** A loaded trip is over, and nobody knows where its load came off. */
  public void tripEnded() {
    cover.tripEnded();
  }

  /** The work sensor was off through the shifts since then, though the vehicle seems to work. */
  public void idleThroughShifts(SensorKind sensor, Instant since) {
    (sensor == SensorKind.BRUSH ? brush : pump).idleThroughShifts(since);
  }

  /** Why a sensor is not believed; null while it is. */
  public Fault findFault(SensorKind sensor) {
    return switch (sensor) {
      case COVER -> cover.fault();
      case LIFT -> lift.fault();
      case LOAD, WEIGHT -> {
        Fault f = weight.fault();
        yield f != null && f.kind().silences(sensor) ? f : null;
      }
      case BRUSH -> brush.fault();
      case PUMP -> pump.fault();
    };
  }

  /** Whether every sensor was believed at the last fix. */
  public boolean allGood() {
    return allGood;
  }

  private boolean isBad(SensorKind sensor) {
    return findFault(sensor) != null;
  }
}
