package io.qingtu.route.track;

/** Alarm flags (报警标志) of JT/T 808, location report, that the rules read, by bit. */
public enum AlarmFlag {
  ANTENNA_OPEN(5, "bit 5 antenna not connected"),
  ANTENNA_SHORT(6, "bit 6 antenna short-circuited"),
  UNDERVOLTAGE(7, "bit 7 main power too low"),
  POWER_CUT(8, "bit 8 main power cut");

  private final long mask;
  private final String text;

  AlarmFlag(int bit, String text) {
    this.mask = 1L << bit;
    this.text = text;
  }

  /** Whether the flag is set. */
  public boolean in(long bits) {
    return (bits & mask) != 0;
  }

  /** As a decision trace names it. */
  public String text() {
    return text;
  }
}
