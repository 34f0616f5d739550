package io.qingtu.route.track;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.SensorKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which sensors are not to be believed (rule D08): a cover that flaps, a body that is up at driving
 * speed. A bad sensor says UNKNOWN until it has behaved plausibly again.
 */
public final class SensorHealth {
  /**
   * A sensor that went bad.
   *
   * @param since first moment of the behaviour that shows it
   * @param reason name of that behaviour
   */
  public record Fault(SensorKind sensor, Instant since, String reason) {}

  private final long flapWindow;
  private final long[] changes;
  private final double liftSpeed;
  private final long liftHold;
  private final long steady;
  private final Map<SensorKind, Fault> faults = new EnumMap<>(SensorKind.class);
  private int changeCount;
  private Cover cover = Cover.UNKNOWN;
  private long coverSince;
  private boolean coverWasSteady;
  private long unrestSince;
  private Instant upAtSpeedSince;

  public SensorHealth(Parameters parameters) {
    flapWindow = parameters.millis(Parameter.FLAP_WINDOW_S);
    changes = new long[(int) parameters.get(Parameter.FLAP_CHANGES) + 1];
    liftSpeed = parameters.get(Parameter.LIFT_FAULT_KMH);
    liftHold = parameters.millis(Parameter.LIFT_FAULT_S);
    steady = parameters.millis(Parameter.COVER_STEADY_S);
  }

  /** Takes the sensors of the next fix and returns what may be believed of them. */
  public Sensors judge(Instant time, Sensors s, double speedKmh) {
    judgeCover(time, s.cover());
    judgeLift(time, s.lift(), speedKmh);
    if (faults.isEmpty()) {
      return s;
    }
    return new Sensors(
        faults.containsKey(SensorKind.COVER) ? Cover.UNKNOWN : s.cover(),
        faults.containsKey(SensorKind.LIFT) ? Lift.UNKNOWN : s.lift(),
        s.load(),
        s.weightT(),
        s.brush(),
        s.pump());
  }

  /** The fault of a sensor; null while it is believed. */
  public Fault findFault(SensorKind sensor) {
    return faults.get(sensor);
  }

  /** Whether every sensor is believed. */
  public boolean allGood() {
    return faults.isEmpty();
  }

  private void judgeCover(Instant time, Cover now) {
    if (now == Cover.UNKNOWN) {
      return;
    }
    long t = time.toEpochMilli();
    if (now != cover) {
      boolean first = cover == Cover.UNKNOWN;
      coverWasSteady = !first && t - coverSince >= steady;
      cover = now;
      coverSince = t;
      if (coverWasSteady || first) {
        unrestSince = t;
      }
      if (!first) {
        changes[changeCount++ % changes.length] = t;
        if (changeCount >= changes.length) {
          long oldest = changes[changeCount % changes.length];
          if (t - oldest <= flapWindow) {
            // a change that lasted before the others is the cover's work, not the switch's fault
            Instant since = Instant.ofEpochMilli(Math.max(oldest, unrestSince));
            faults.putIfAbsent(
                SensorKind.COVER, new Fault(SensorKind.COVER, since, "cover_flapping"));
          }
        }
      }
    } else if (coverWasSteady && t - coverSince >= steady) {
      // one cycle in which each state lasted: it works again
      faults.remove(SensorKind.COVER);
    }
  }

  private void judgeLift(Instant time, Lift lift, double speedKmh) {
    if (lift == Lift.UP && speedKmh >= liftSpeed) {
      if (upAtSpeedSince == null) {
        upAtSpeedSince = time;
      }
      if (time.toEpochMilli() - upAtSpeedSince.toEpochMilli() >= liftHold) {
        faults.putIfAbsent(
            SensorKind.LIFT, new Fault(SensorKind.LIFT, upAtSpeedSince, "lift_up_at_speed"));
      }
    } else {
      upAtSpeedSince = null;
      if (lift == Lift.DOWN) {
        faults.remove(SensorKind.LIFT);
      }
    }
  }
}
