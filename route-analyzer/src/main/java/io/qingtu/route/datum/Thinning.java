package io.qingtu.route.datum;

import io.qingtu.route.plan.Parameter;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.track.Position;
import java.util.Collection;

/**
 * Takes about {@code datum_samples} of any number of moving fixes, the same ones whatever their
 * order.
 */
final class Thinning {
  private final double slow;
  private final long oneIn;

  private Thinning(double slow, long oneIn) {
    this.slow = slow;
    this.oneIn = oneIn;
  }

  static Thinning of(Collection<Position> positions, Parameters p) {
    Thinning all = new Thinning(p.get(Parameter.DATUM_KMH), 1);
    long moving = positions.stream().filter(all::takes).count();
    return new Thinning(all.slow, 1 + moving / (long) p.get(Parameter.DATUM_SAMPLES));
  }

  boolean takes(Position p) {
    return p.fixValid()
        && p.speedKmh() >= slow
        && Math.floorMod(31L * p.plate().hashCode() + p.fixTime().getEpochSecond(), oneIn) == 0;
  }
}
