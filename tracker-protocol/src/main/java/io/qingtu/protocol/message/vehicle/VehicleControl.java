package io.qingtu.protocol.message.vehicle;

import io.qingtu.protocol.field.Bytes;

/**
 * One control of a vehicle, 2019.
 *
 * @param type 0x0001 door; 0x0002–0x8000 reserved, 0xF001–0xFFFF vendors'
 * @param parameter as the type has it; of the door one byte, 0 locks, 1 opens
 */
public record VehicleControl(int type, Bytes parameter) {
  public static final int DOOR = 0x0001;

  public static VehicleControl door(boolean locked) {
    return new VehicleControl(DOOR, Bytes.copyOf((byte) (locked ? 0 : 1)));
  }
}
