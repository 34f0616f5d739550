package io.qingtu.protocol.message.item;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.DeviceTime;

/**
 * Where and how the vehicle was when a safety alarm was raised, in the same layout in all of them.
 *
 * @param altitudeMetres signed
 * @param latitudeE6 1e-6 degrees, without a sign
 * @param longitudeE6 1e-6 degrees, without a sign
 * @param vehicleState (车辆状态) bit 0 ACC, 1 left turn, 2 right turn, 3 wiper, 4 brake, 5 card
 *     inserted, 10 fixed
 */
public record AlarmScene(
    int speedKmh,
    int altitudeMetres,
    long latitudeE6,
    long longitudeE6,
    DeviceTime time,
    int vehicleState) {
  static final int BYTES = 19;

  static AlarmScene decode(BodyReader in) {
    return new AlarmScene(
        in.field("speed", "km/h").u8(),
        in.field("altitude", "m").s16(),
        in.field("latitude", "1e-6°").u32(),
        in.field("longitude", "1e-6°").u32(),
        in.field("time").time(),
        in.field("vehicleState").u16());
  }

  void encode(BodyWriter out) {
    out.u8(speedKmh).u16(altitudeMetres).u32(latitudeE6).u32(longitudeE6).time(time);
    out.u16(vehicleState);
  }
}
