package io.qingtu.route.sweep;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Gap;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways that a cleaning vehicle drove unseen: while its fitted work sensor said nothing, or
 * between two fixes too far apart to fill. Whether it worked there is as unknown as in a gap, and
 * nobody can say that it did not. A parked vehicle, which reports rarely, goes no way.
 */
public final class UnseenWay {
  /** Longest piece for which the straight line between its ends stands, m. */
  private static final double PIECE = 100;

  private final Optional<SensorKind> sensor;
  private final boolean cleans;
  private final double filled;
  private final double standing;
  private final double still;
  private final List<Gap> pieces = new ArrayList<>();
  private CleanFix from;
  private CleanFix previous;

  public UnseenWay(Vehicle vehicle, Parameters numbers) {
    this.sensor = WorkSensor.fittedTo(vehicle);
    this.cleans = vehicle.kind().cleansRoads();
    this.filled = numbers.get(Parameter.FILL_MAX_S);
    this.standing = numbers.get(Parameter.V_MOVE);
    this.still = numbers.get(Parameter.MOVE_M);
  }

  /** Takes the next fix with what is believed of its sensors. */
  public void accept(CleanFix fix, Sensors sensors) {
    if (!cleans) {
      return;
    }
    boolean silent =
        sensor.isPresent() && WorkSensor.state(sensor.get(), sensors) == Switch.UNKNOWN;
    if (!silent || fix.afterGap()) {
      from = null;
    }
    if (previous != null
        && !fix.afterGap()
        && fix.secondsSince(previous) > filled
        && !stands(fix)) {
      pieces.add(new Gap(previous, fix, false));
      from = silent ? fix : null;
    } else if (silent && from == null) {
      from = fix;
    } else if (silent && fix.distanceTo(from) >= PIECE) {
      pieces.add(new Gap(from, fix, false));
      from = fix;
    }
    previous = fix;
  }

  /** Stopped about where it was before. */
  private boolean stands(CleanFix fix) {
    return fix.speedKmh() < standing && fix.distanceTo(previous) <= still;
  }

  /** The pieces of way so far, as gaps. */
  public List<Gap> pieces() {
    return List.copyOf(pieces);
  }
}
