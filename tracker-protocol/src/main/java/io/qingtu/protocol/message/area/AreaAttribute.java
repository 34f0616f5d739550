package io.qingtu.protocol.message.area;

/** Bits of the attributes of an area (区域属性); routes (路线属性) have bits 0 and 2–5 alone. */
public enum AreaAttribute {
  /** a {@link TimeWindow} is there */
  TIMES(0),
  /** a {@link SpeedLimit} is there */
  SPEED_LIMIT(1),
  /** entering is an alarm to the driver */
  ENTRY_TO_DRIVER(2),
  ENTRY_TO_PLATFORM(3),
  EXIT_TO_DRIVER(4),
  EXIT_TO_PLATFORM(5),
  SOUTH(6),
  WEST(7),
  /** since 2013 */
  DOORS_FORBIDDEN(8),
  /** inside, the terminal is silent; since 2013 */
  COMMUNICATION_OFF(14),
  /** inside, detailed GNSS data is kept; since 2013 */
  DETAILED_POSITIONS(15);

  private final int bit;

  AreaAttribute(int bit) {
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
