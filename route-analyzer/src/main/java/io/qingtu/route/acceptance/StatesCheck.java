package io.qingtu.route.acceptance;

import io.qingtu.route.track.Position;
import java.util.function.Function;

/** A switch: both of its states are seen live. A state that is not known is neither. */
final class StatesCheck implements Check {
  private final Wanted wanted;
  private final Function<Position, String> state;

  /**
   * @param state name of the state at a fix
   */
  StatesCheck(CheckPoint point, Function<Position, String> state, String one, String other) {
    this.wanted = new Wanted(point, one, other);
    this.state = state;
  }

  @Override
  public void accept(Position fix) {
    if (Check.isLive(fix)) {
      wanted.see(state.apply(fix), fix.fixTime());
    }
  }

  @Override
  public CheckResult result() {
    return wanted.result(Double.NaN);
  }
}
