package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;

/**
 * The vehicle (车辆信息), commands 0x05 and 0x82.
 *
 * @param vin identification number, 17 characters
 * @param plate number plate, up to 12 bytes
 * @param category kind of the plate, up to 12 bytes
 */
public record RecorderVehicle(String vin, String plate, String category) implements RecorderData {
  private static final int VIN_BYTES = 17;
  private static final int PLATE_BYTES = 12;

  static RecorderVehicle decode(BodyReader in) {
    return new RecorderVehicle(
        in.field("vin").paddedText(VIN_BYTES),
        in.field("plate").paddedText(PLATE_BYTES),
        in.field("category").paddedText(Math.min(PLATE_BYTES, in.remaining())));
  }

  @Override
  public void encode(BodyWriter out) {
    out.paddedText(vin, VIN_BYTES).paddedText(plate, PLATE_BYTES).paddedText(category, PLATE_BYTES);
  }
}
