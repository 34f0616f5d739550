package io.qingtu.route.sweep;

import io.qingtu.route.geo.SegmentGrid;
import io.qingtu.route.plan.CleaningPlan;
import io.qingtu.route.plan.Operation;
import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Segment;
import io.qingtu.route.plan.SensorKind;
import io.qingtu.route.plan.Side;
import io.qingtu.route.plan.Vehicle;
import io.qingtu.route.sweep.StretchMatcher.Piece;
import io.qingtu.route.sweep.StretchMatcher.Point;
import io.qingtu.route.sweep.WorkRecord.Stretch;
import io.qingtu.route.track.CleanFix;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes down what one vehicle works: from consecutive fixes with the work sensor on to worked
 * metres of the sides of segments. Without a fitted sensor work is inferred from a working speed
 * that lasts on a planned segment.
 */
public final class WorkRecorder {
  /** A fix further on than this tells the course from the one before it, m. */
  private static final double COURSE_METRES = 5;

  private final CleaningPlan cleaning;
  private final Parameters numbers;
  private final StretchMatcher matcher;
  private final Optional<Operation> operation;
  private final Optional<SensorKind> sensor;
  private final WorkLog log;
  private final DayWorkLog days;
  private final SegmentGrid roads;
  private final List<Worked> inferring = new ArrayList<>();
  private Instant inferredFrom;
  private CleanFix previous;
  private boolean previousOn;

  /** A piece of road waiting to be logged. */
  private record Worked(Operation op, Piece piece, Stretch stretch) {}

  public WorkRecorder(
      Vehicle vehicle, SegmentGrid roads, CleaningPlan cleaning, Parameters numbers) {
    this.cleaning = cleaning;
    this.numbers = numbers;
    this.matcher =
        new StretchMatcher(
            roads, numbers.get(Parameter.WORK_MATCH_M), numbers.get(Parameter.SIDE_DEGREES));
    this.operation = WorkSensor.operationOf(vehicle.kind());
    this.sensor = WorkSensor.fittedTo(vehicle);
    this.log = new WorkLog(vehicle.plate(), numbers);
    this.days = new DayWorkLog(vehicle.plate());
    this.roads = roads;
  }

  /**
   * Takes the next fix, in the order of fix time.
   *
   * @param sensors what may be believed of the sensors at this fix
   */
  public void accept(CleanFix fix, Sensors sensors) {
    days.duty(fix, previous);
    if (operation.isPresent()) {
      work(fix, sensors);
    }
    previous = fix;
  }

  private void work(CleanFix fix, Sensors sensors) {
    boolean on = sensor.isPresent() && WorkSensor.state(sensor.get(), sensors) == Switch.ON;
    if (on) {
      measure(fix);
    } else if (sensor.isEmpty()) {
      infer(fix);
    }
    previousOn = on;
  }

  /** The work so far. */
  public WorkRecord record() {
    return log.record();
  }

  /** Duty and work so far, one entry a day. */
  public List<VehicleDayWork> days(WorkRecord record) {
    return days.days(
        record,
        run ->
            cleaning.asksFor(
                run.op(),
                roads.get(run.segmentId()).segment(),
                run.side(),
                run.stretches().get(0).start()));
  }

  private void measure(CleanFix fix) {
    boolean filled = previousOn && follows(fix);
    double mean = filled ? meanSpeed(fix) : fix.speedKmh();
    // one end may stand: a stop at a light cuts no metres out of the work before and after it
    double fastest = filled ? Math.max(previous.speedKmh(), fix.speedKmh()) : fix.speedKmh();
    if (fastest >= numbers.get(Parameter.WORK_MIN_KMH)
        && mean <= numbers.get(Parameter.WORK_MAX_KMH)) {
      for (Worked w : worked(fix, filled)) {
        log(w);
      }
      if (filled) {
        days.operated(
            fix.time(),
            fix.secondsSince(previous),
            fix.distanceTo(previous),
            mean <= numbers.get(operation.orElseThrow().warnSpeed()));
      }
    }
  }

  private void infer(CleanFix fix) {
    boolean slow =
        fix.speedKmh() >= numbers.get(Parameter.INFER_MIN_KMH)
            && fix.speedKmh() <= numbers.get(Parameter.INFER_MAX_KMH);
    List<Worked> planned = slow ? worked(fix, previous != null && follows(fix)) : List.of();
    planned =
        planned.stream()
            .filter(
                w -> cleaning.asksFor(w.op, w.piece.flat().segment(), w.piece.side(), fix.time()))
            .toList();
    if (planned.isEmpty() || fix.afterGap()) {
      inferring.clear();
      inferredFrom = null;
      return;
    }
    if (inferredFrom == null) {
      // the way to the first slow fix on the segment was not driven at a working speed
      inferredFrom = fix.time();
      return;
    }
    inferring.addAll(planned);
    if (!fix.time().isBefore(inferredFrom.plusMillis(numbers.millis(Parameter.INFER_S)))) {
      inferring.forEach(this::logInferred);
      inferring.clear();
    }
  }

  private void logInferred(Worked w) {
    log(w);
    Stretch s = w.stretch;
    days.operated(
        s.end(),
        Duration.between(s.start(), s.end()).toMillis() / 1000.0,
        s.toMetres() - s.fromMetres(),
        s.speedKmh() <= numbers.get(w.op.warnSpeed()));
  }

  private void log(Worked w) {
    log.add(w.op, w.piece, w.stretch);
  }

  /** The way from the previous fix where that is filled, else the place of this one alone. */
  private List<Worked> worked(CleanFix fix, boolean filled) {
    List<Piece> pieces =
        filled
            ? matcher.between(
                point(previous, previous.headingDegrees()), point(fix, fix.headingDegrees()))
            : matcher.at(point(fix, course(fix))).stream().toList();
    double speed = filled ? meanSpeed(fix) : fix.speedKmh();
    List<Worked> worked = new ArrayList<>();
    for (Piece p : pieces) {
      Operation op = operationOn(p.flat().segment(), p.side(), fix.time());
      boolean valid = speed <= numbers.get(op.invalidSpeed());
      worked.add(
          new Worked(
              op,
              p,
              new Stretch(p.from(), p.to(), at(fix, p.begin()), at(fix, p.end()), speed, valid)));
    }
    return worked;
  }

  /**
   * A wash-sweeper's work is wash-sweeping; where the plan asks for sweeping and not for that, it
   * is sweeping. It is never both: operations do not share passes.
   */
  private Operation operationOn(Segment segment, Side side, Instant t) {
    Operation own = operation.orElseThrow();
    return own == Operation.WASH
            && !cleaning.asksFor(Operation.WASH, segment, side, t)
            && cleaning.asksFor(Operation.SWEEP, segment, side, t)
        ? Operation.SWEEP
        : own;
  }

  /** After a jump that later fixes confirmed (C05) nobody drove the straight way. */
  private boolean follows(CleanFix fix) {
    double seconds = fix.secondsSince(previous);
    double farthest = numbers.get(Parameter.VMAX_TRUCK) / 3.6 * seconds;
    return !fix.afterGap()
        && seconds <= numbers.get(Parameter.FILL_MAX_S)
        && fix.distanceTo(previous) <= farthest;
  }

  private double meanSpeed(CleanFix fix) {
    return (previous.speedKmh() + fix.speedKmh()) / 2;
  }

  private double course(CleanFix fix) {
    if (fix.headingDegrees() >= 0
        || previous == null
        || fix.afterGap()
        || fix.distanceTo(previous) < COURSE_METRES) {
      return fix.headingDegrees();
    }
    double degrees = Math.toDegrees(Math.atan2(fix.x() - previous.x(), fix.y() - previous.y()));
    return (degrees + 360) % 360;
  }

  private Instant at(CleanFix fix, double share) {
    if (share >= 1 || previous == null) {
      return fix.time();
    }
    double ms = share * 1000 * fix.secondsSince(previous);
    return previous.time().plusMillis(Math.round(ms));
  }

  private static Point point(CleanFix fix, double heading) {
    return new Point(fix.x(), fix.y(), heading);
  }
}
