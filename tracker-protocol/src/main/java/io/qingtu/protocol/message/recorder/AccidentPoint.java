package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.DeviceTime;
import java.util.List;

/**
 * The last 20 seconds before a stop (事故疑点记录), command 0x10.
 *
 * @param end when the drive ended
 * @param licence of the driver
 * @param samples 100, one each 0.2 s, the last one first
 * @param position the last valid one
 */
public record AccidentPoint(
    DeviceTime end, String licence, List<SpeedSample> samples, RecorderPosition position)
    implements RecorderData {
  private static final int SAMPLES = 100;

  public AccidentPoint {
    samples = List.copyOf(samples);
  }

  static AccidentPoint decode(BodyReader in) {
    return new AccidentPoint(
        in.field("end", "GMT+8").time(),
        in.field("licence").paddedText(RecorderPacket.LICENCE_BYTES),
        in.list("samples", SAMPLES, SpeedSample::decode),
        RecorderPosition.decode(in));
  }

  @Override
  public void encode(BodyWriter out) {
    out.time(end).paddedText(licence, RecorderPacket.LICENCE_BYTES);
    samples.forEach(one -> one.encode(out));
    position.encode(out);
  }
}
