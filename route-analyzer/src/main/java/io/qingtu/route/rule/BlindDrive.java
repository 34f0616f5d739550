package io.qingtu.route.rule;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Position;

/**
 * Whether a vehicle whose position is not known drives: its recorder's speed says so, or its
 * odometer. The ignition counts only where the vehicle has neither of the two.
 */
final class BlindDrive {
  private final double vMove;
  private final double enough;
  private Position first;
  private Position last;
  private double odometerFrom;
  private double recordedMetres;
  private boolean recorder;
  private boolean odometer;
  private boolean fast;

  BlindDrive(Parameters p) {
    vMove = p.get(Parameter.V_MOVE);
    enough = p.get(Parameter.NO_FIX_M);
  }

  void begin(Position packet) {
    first = packet;
    last = packet;
    odometerFrom = packet.odometerKm();
    recordedMetres = 0;
    recorder = false;
    odometer = false;
    fast = false;
    goOn(packet);
  }

  void goOn(Position packet) {
    if (!Double.isNaN(packet.vssKmh())) {
      recorder = true;
      fast |= packet.vssKmh() > vMove;
      long millis = packet.fixTime().toEpochMilli() - last.fixTime().toEpochMilli();
      recordedMetres += packet.vssKmh() / 3.6 * millis / 1000;
    }
    if (!Double.isNaN(packet.odometerKm())) {
      odometer = true;
      odometerFrom = Double.isNaN(odometerFrom) ? packet.odometerKm() : odometerFrom;
    }
    last = packet;
  }

  boolean moves() {
    return fast || odometerMetres() >= enough || !recorder && !odometer && last.accOn();
  }

  /** The way driven as far as anything tells it, m. */
  double metres() {
    return Math.max(recordedMetres, odometerMetres());
  }

  /** As a decision trace says it. */
  String evidence() {
    if (!recorder && !odometer) {
      return "ignition on; neither recorder speed nor odometer";
    }
    return Math.round(metres()) + " m since " + first.fixTime();
  }

  private double odometerMetres() {
    boolean known = !Double.isNaN(odometerFrom) && !Double.isNaN(last.odometerKm());
    return known ? 1000 * (last.odometerKm() - odometerFrom) : 0;
  }
}
