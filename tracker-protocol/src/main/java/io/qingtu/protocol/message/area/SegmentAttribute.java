package io.qingtu.protocol.message.area;

/** Bits of the attributes of a segment of a route (路段属性). */
public enum SegmentAttribute {
  /** a {@link TravelTime} is there */
  TRAVEL_TIME(0),
  /** a {@link SpeedLimit} is there */
  SPEED_LIMIT(1),
  SOUTH(2),
  WEST(3);

  private final int bit;

  SegmentAttribute(int bit) {
    this.bit = bit;
  }

  /** Position of the bit, 0 the lowest. */
  public int bit() {
    return bit;
  }

  /** The attributes that have this bit alone. */
  public int mask() {
    return 1 << bit;
  }

  /** Whether the bit is set. */
  public boolean in(int attributes) {
    return (attributes >>> bit & 1) != 0;
  }
}
