package io.qingtu.protocol.message.location;

/**
 * Bits of the status (状态位) of a location report. Bits 8 and 9 are a number: {@link
 * LocationReport#load}. Bits 23–31 are reserved; vendors use them.
 */
public enum StatusFlag {
  ACC_ON(0),
  FIXED(1),
  SOUTH(2),
  WEST(3),
  OUT_OF_SERVICE(4),
  /** shifted by a map plug-in: not WGS-84 */
  COORDINATES_ENCRYPTED(5),
  /** since 2019 */
  FORWARD_COLLISION_WARNING(6),
  /** since 2019 */
  LANE_DEPARTURE_WARNING(7),
  FUEL_CUT(10),
  CIRCUIT_CUT(11),
  DOORS_LOCKED(12),
  /** front */
  DOOR_1_OPEN(13),
  /** middle */
  DOOR_2_OPEN(14),
  /** rear */
  DOOR_3_OPEN(15),
  /** driver's */
  DOOR_4_OPEN(16),
  /** custom */
  DOOR_5_OPEN(17),
  GPS(18),
  BEIDOU(19),
  GLONASS(20),
  GALILEO(21),
  /** since 2019 */
  MOVING(22);

  private final int bit;

  StatusFlag(int bit) {
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
