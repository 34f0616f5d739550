package io.qingtu.route.track;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Brings the records of one vehicle into one order, whatever order they came in. */
public final class TrackOrder {
  /**
   * By fix time; of one time the valid and the first received come first. Ties are equal records.
   */
  public static final Comparator<Position> TOTAL = TrackOrder::compare;

  private static final Comparator<Position> OF_ONE_TIME =
      Comparator.comparing((Position p) -> !p.fixValid())
          .thenComparing(Position::receivedTime)
          .thenComparing(Position::backfill)
          .thenComparing(Position::longitude)
          .thenComparing(Position::latitude)
          .thenComparing(Position::speedKmh)
          .thenComparing(Position::vssKmh)
          .thenComparing(Position::directionDegrees)
          .thenComparing(Position::altitudeMetres)
          .thenComparing(Position::accOn)
          .thenComparing(Position::satellites)
          .thenComparing(Position::odometerKm)
          .thenComparing(Position::alarmBits)
          .thenComparing(Position::statusBits)
          .thenComparing(p -> p.sensors().cover())
          .thenComparing(p -> p.sensors().lift())
          .thenComparing(p -> p.sensors().load())
          .thenComparing(p -> p.sensors().weightT())
          .thenComparing(p -> p.sensors().brush())
          .thenComparing(p -> p.sensors().pump());

  private TrackOrder() {}

  private static int compare(Position a, Position b) {
    int byTime = a.fixTime().compareTo(b.fixTime());
    return byTime != 0 ? byTime : OF_ONE_TIME.compare(a, b);
  }

  /** Whether its fix time can be right (C03): not far ahead of its receipt. */
  public static boolean plausible(Position p, Parameters parameters) {
    return p.fixTime().toEpochMilli()
        <= p.receivedTime().toEpochMilli() + parameters.millis(Parameter.FUTURE_S);
  }

  /**
   * Merges records of one fix time (C04): the first is given the sensor values that only the others
   * have. The others stay in the list, so that they are counted.
   *
   * @param sorted by {@link #TOTAL}
   */
  public static List<Position> merged(List<Position> sorted) {
    List<Position> all = new ArrayList<>(sorted);
    int keeper = 0;
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i).fixTime().equals(all.get(keeper).fixTime())) {
        all.set(keeper, withSensors(all.get(keeper), all.get(i)));
      } else {
        keeper = i;
      }
    }
    return all;
  }

  private static Position withSensors(Position p, Position other) {
    Sensors a = p.sensors();
    Sensors b = other.sensors();
    if (a.equals(b)) {
      return p;
    }
    Sensors both =
        new Sensors(
            a.cover() == Cover.UNKNOWN ? b.cover() : a.cover(),
            a.lift() == Lift.UNKNOWN ? b.lift() : a.lift(),
            a.load() == Load.UNKNOWN ? b.load() : a.load(),
            Double.isNaN(a.weightT()) ? b.weightT() : a.weightT(),
            a.brush() == Switch.UNKNOWN ? b.brush() : a.brush(),
            a.pump() == Switch.UNKNOWN ? b.pump() : a.pump());
    return new Position(
        p.plate(),
        p.fixTime(),
        p.receivedTime(),
        p.longitude(),
        p.latitude(),
        p.fixValid(),
        p.speedKmh(),
        p.vssKmh(),
        p.directionDegrees(),
        p.altitudeMetres(),
        p.accOn(),
        p.satellites(),
        p.odometerKm(),
        p.alarmBits() | other.alarmBits(),
        p.statusBits(),
        both,
        p.backfill());
  }
}
