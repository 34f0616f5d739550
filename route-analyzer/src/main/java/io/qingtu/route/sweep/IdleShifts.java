package io.qingtu.route.sweep;

import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.plan.CleaningPlan;
import io.qingtu.route.plan.Duties;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Shift;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.sweep.StretchMatcher.Piece;
import io.qingtu.route.sweep.StretchMatcher.Point;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.time.Instant;
import java.util.Optional;

/**
 * Notices a work sensor that is off through whole shifts in which its vehicle drives along due
 * roads as if it worked (D08). A shift with a gap, in which it may have been on, does not count.
 */
public final class IdleShifts {
  private static final long CHECK_MILLIS = 60_000;

  private final CleaningPlan cleaning;
  private final Optional<SensorKind> sensor;
  private final Vehicle vehicle;
  private final boolean serves;
  private final Shift shift;
  private final StretchMatcher matcher;
  private final double slowest;
  private final double fastest;
  private final long enough;
  private final int shifts;
  private CleanFix previous;
  private long checked = Long.MIN_VALUE;
  private boolean open;
  private boolean on;
  private boolean blind;
  private Instant from;
  private long millis;
  private int idle;
  private Instant idleFrom;

  public IdleShifts(
      Vehicle vehicle, SegmentGrid roads, CleaningPlan cleaning, Duties duties, Parameters p) {
    this.cleaning = cleaning;
    sensor = WorkSensor.fittedTo(vehicle);
    this.vehicle = vehicle;
    serves = !cleaning.servedBy(vehicle).isEmpty();
    shift = duties.shift(vehicle, p);
    matcher =
        new StretchMatcher(roads, p.get(Parameter.WORK_MATCH_M), p.get(Parameter.SIDE_DEGREES));
    slowest = p.get(Parameter.INFER_MIN_KMH);
    fastest = p.get(Parameter.INFER_MAX_KMH);
    enough = p.millis(Parameter.WORK_SHIFT_S);
    shifts = (int) p.get(Parameter.WORK_SHIFTS);
  }

  /** The sensor that is watched. */
  public SensorKind sensor() {
    return sensor.orElseThrow();
  }

  /**
   * Takes the next fix with what the sensors themselves say.
   *
   * @return since when the sensor has been off through too many shifts, where this fix shows it;
   *     else null
   */
  public Instant accept(CleanFix fix, Sensors sensors) {
    if (sensor.isEmpty() || !serves) {
      return null;
    }
    Instant found = null;
    boolean before = open;
    long t = fix.millis();
    if (checked == Long.MIN_VALUE || t - checked >= CHECK_MILLIS) {
      checked = t;
      boolean now = shift.isOpen(fix.time());
      if (open && !now) {
        found = close();
      }
      open = now;
    }
    if (open) {
      blind |= before && fix.afterGap(); // a terminal may sleep until its shift begins
      watch(fix, WorkSensor.state(sensor.get(), sensors));
    }
    previous = fix;
    return found;
  }

  private void watch(CleanFix fix, Switch state) {
    on |= state == Switch.ON;
    boolean working = fix.speedKmh() >= slowest && fix.speedKmh() <= fastest;
    if (!on && state == Switch.OFF && working && previous != null && isDue(fix)) {
      from = from == null ? fix.time() : from;
      millis += fix.millis() - previous.millis();
    }
  }

  private boolean isDue(CleanFix fix) {
    Optional<Piece> piece = matcher.at(new Point(fix.x(), fix.y(), fix.headingDegrees()));
    return piece.isPresent()
        && cleaning.of(piece.get().flat().segment(), piece.get().side()).stream()
            .anyMatch(
                r ->
                    CleaningPlan.mayServe(vehicle, r)
                        && CleaningPlan.running(r, fix.time()).isPresent());
  }

  private Instant close() {
    if (on) {
      idle = 0;
    } else if (!blind && millis >= enough) {
      idleFrom = idle == 0 ? from : idleFrom;
      idle++;
    }
    on = false;
    blind = false;
    from = null;
    millis = 0;
    return idle >= shifts ? idleFrom : null;
  }
}
