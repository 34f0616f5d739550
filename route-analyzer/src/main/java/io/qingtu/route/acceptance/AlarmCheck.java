package io.qingtu.route.acceptance;

import io.qingtu.route.track.AlarmFlag;
import io.qingtu.route.track.Position;
import java.util.List;

/** An alarm that the terminal is made to raise: it comes, and after that it goes. */
final class AlarmCheck implements Check {
  private static final String ALARM = "ALARM";
  private static final String CLEARED = "CLEARED";

  private final Wanted wanted;
  private final List<AlarmFlag> flags;

  /**
   * @param flags one of which is enough
   */
  AlarmCheck(CheckPoint point, AlarmFlag... flags) {
    this.wanted = new Wanted(point, ALARM, CLEARED);
    this.flags = List.of(flags);
  }

  @Override
  public void accept(Position fix) {
    if (!Check.isLive(fix)) {
      return;
    }
    if (flags.stream().anyMatch(f -> f.in(fix.alarmBits()))) {
      wanted.see(ALARM, fix.fixTime());
    } else if (wanted.isSeen(ALARM)) {
      wanted.see(CLEARED, fix.fixTime());
    }
  }

  @Override
  public CheckResult result() {
    return wanted.result(Double.NaN);
  }
}
