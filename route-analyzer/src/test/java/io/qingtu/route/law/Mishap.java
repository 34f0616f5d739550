package io.qingtu.route.law;

import io.qingtu.route.track.Cover;
import io.qingtu.route.track.Lift;
import io.qingtu.route.track.Load;
import io.qingtu.route.track.Position;
import io.qingtu.route.track.Sensors;
import io.qingtu.route.track.Switch;
import java.time.Instant;
import java.util.List;

/** What happens to a fix on its way; how badly, 1 to 10, is up to the story. */
enum Mishap {
  /** Sent twice. */
  TWICE((p, n) -> List.of(p, with(p, p.fixTime(), p.receivedTime().plusSeconds(n), p.sensors()))),
  /** A second record of the same moment that says something else. */
  CONTRADICTED((p, n) -> List.of(p, with(p, p.fixTime(), p.receivedTime(), openAndUp()))),
  /** Arrives late. */
  LATE(
      (p, n) -> List.of(with(p, p.fixTime(), p.receivedTime().plusSeconds(400L * n), p.sensors()))),
  /** Never arrives. */
  LOST((p, n) -> List.of()),
  /** Taken by a clock that was ahead. */
  AHEAD(
      (p, n) -> List.of(with(p, p.fixTime().plusSeconds(400L * n), p.receivedTime(), p.sensors()))),
  /** Taken by a clock that was slow. */
  BEHIND(
      (p, n) -> List.of(with(p, p.fixTime().minusSeconds(7L * n), p.receivedTime(), p.sensors()))),
  /** Kilometres away. */
  JUMP((p, n) -> List.of(at(p, p.longitude() + 0.01 * n, p.latitude(), true))),
  /** Some hundred metres away. */
  SPIKE((p, n) -> List.of(at(p, p.longitude(), p.latitude() + 0.0007 * n, true))),
  NOT_VALID((p, n) -> List.of(at(p, p.longitude(), p.latitude(), false))),
  NOWHERE((p, n) -> List.of(at(p, 0, 0, true))),
  /** Its sensors say nothing. */
  MUTE((p, n) -> List.of(with(p, p.fixTime(), p.receivedTime(), Sensors.UNKNOWN)));

  /** Turns one record into those that arrive. */
  @FunctionalInterface
  interface Change {
    List<Position> of(Position p, int amount);
  }

  private final Change change;

  Mishap(Change change) {
    this.change = change;
  }

  List<Position> meets(Position p, int amount) {
    return change.of(p, amount);
  }

  private static Sensors openAndUp() {
    return new Sensors(Cover.OPEN, Lift.UP, Load.LOADED, 12, Switch.ON, Switch.ON);
  }

  private static Position with(Position p, Instant fixed, Instant received, Sensors sensors) {
    return copy(p, fixed, received, p.longitude(), p.latitude(), p.fixValid(), sensors);
  }

  private static Position at(Position p, double longitude, double latitude, boolean valid) {
    return copy(p, p.fixTime(), p.receivedTime(), longitude, latitude, valid, p.sensors());
  }

  /** The same place under the sky, further east. */
  static Position eastward(Position p, double degrees) {
    return at(p, p.longitude() + degrees, p.latitude(), p.fixValid());
  }

  private static Position copy(
      Position p,
      Instant fixed,
      Instant received,
      double longitude,
      double latitude,
      boolean valid,
      Sensors sensors) {
    return new Position(
        p.plate(),
        fixed,
        received,
        longitude,
        latitude,
        valid,
        p.speedKmh(),
        p.vssKmh(),
        p.directionDegrees(),
        p.altitudeMetres(),
        p.accOn(),
        p.satellites(),
        p.odometerKm(),
        p.alarmBits(),
        p.statusBits(),
        sensors,
        p.backfill());
  }
}
