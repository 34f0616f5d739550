package io.qingtu.route.acceptance;

import io.qingtu.route.track.Position;

/** 定位: a valid fix by at least {@link #SATELLITES} satellites. */
final class FixCheck implements Check {
  static final int SATELLITES = 8;

  private final Wanted wanted = new Wanted(CheckPoint.FIX, "FIX");
  private int most = -1;

  @Override
  public void accept(Position fix) {
    if (!fix.fixValid() || !Check.isLive(fix)) {
      return;
    }
    most = Math.max(most, fix.satellites());
    if (fix.satellites() >= SATELLITES) {
      wanted.see("FIX", fix.fixTime());
    }
  }

  @Override
  public CheckResult result() {
    return wanted.result(most < 0 ? Double.NaN : most);
  }
}
