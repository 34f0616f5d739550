package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.DeviceTime;

/**
 * Pulses of the speed sensor (脉冲系数), commands 0x04 and 0xC3.
 *
 * @param pulsesPerKm pulses a kilometre
 */
public record PulseCoefficient(DeviceTime time, int pulsesPerKm) implements RecorderData {
  static PulseCoefficient decode(BodyReader in) {
    return new PulseCoefficient(
        in.field("time", "GMT+8").time(), in.field("pulsesPerKm", "1/km").u16());
  }

  @Override
  public void encode(BodyWriter out) {
    out.time(time).u16(pulsesPerKm);
  }
}
