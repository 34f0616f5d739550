package io.qingtu.protocol.message.location;

/** Bits of the alarm flag (报警标志位) of a location report, JT/T 808-2013 and 2019. */
public enum AlarmFlag {
  EMERGENCY(0),
  OVERSPEED(1),
  FATIGUE_DRIVING(2),
  /** 2019: dangerous driving behaviour */
  DANGER_WARNING(3),
  GNSS_MODULE_FAULT(4),
  GNSS_ANTENNA_OPEN(5),
  GNSS_ANTENNA_SHORT(6),
  MAIN_POWER_UNDERVOLTAGE(7),
  MAIN_POWER_LOST(8),
  DISPLAY_FAULT(9),
  SPEECH_FAULT(10),
  CAMERA_FAULT(11),
  IC_CARD_FAULT(12),
  OVERSPEED_WARNING(13),
  FATIGUE_WARNING(14),
  /** since 2019 */
  FORBIDDEN_HOURS(15),
  /** since 2019 */
  TYRE_PRESSURE(16),
  /** since 2019 */
  RIGHT_TURN_BLIND_ZONE(17),
  DAILY_DRIVING_TIME(18),
  PARKING_TOO_LONG(19),
  AREA_IN_OUT(20),
  ROUTE_IN_OUT(21),
  SEGMENT_TIME(22),
  ROUTE_DEVIATION(23),
  VSS_FAULT(24),
  FUEL_ABNORMAL(25),
  STOLEN(26),
  ILLEGAL_IGNITION(27),
  ILLEGAL_MOVEMENT(28),
  COLLISION(29),
  ROLLOVER_WARNING(30),
  /** 2013 only */
  ILLEGAL_DOOR_OPENING(31);

  private final int bit;

  AlarmFlag(int bit) {
    this.bit = bit;
  }

  /** Position of the bit, 0 the lowest. */
  public int bit() {
    return bit;
  }

  /** Whether the bit is set. */
  public boolean in(long bits) {
    return (bits >>> bit & 1) != 0;
  }
}
