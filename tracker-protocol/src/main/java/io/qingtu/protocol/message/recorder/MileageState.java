package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;

/**
 * Mileage (累计行驶里程), command 0x03, and its setting (初始里程), 0xC4.
 *
 * @param time of the recorder
 * @param installed when the recorder was installed
 * @param initial mileage at the installation, eight digits of 0.1 km
 * @param total driven since, eight digits of 0.1 km
 */
public record MileageState(DeviceTime time, DeviceTime installed, Bytes initial, Bytes total)
    implements RecorderData {
  private static final int MILEAGE_BYTES = 4;

  static MileageState decode(BodyReader in) {
    return new MileageState(
        in.field("time", "GMT+8").time(),
        in.field("installed", "GMT+8").time(),
        in.field("initial").bytes(MILEAGE_BYTES),
        in.field("total").bytes(MILEAGE_BYTES));
  }

  @Override
  public void encode(BodyWriter out) {
    out.time(time).time(installed).bytes(initial).bytes(total);
  }
}
