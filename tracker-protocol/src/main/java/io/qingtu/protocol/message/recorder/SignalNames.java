package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.DeviceTime;
import java.util.List;

/**
 * What the bits of the signals mean (状态信号配置信息), commands 0x06 and 0x84.
 *
 * @param signalBytes of each status, as the recorder says it
 * @param names of the bits from the lowest one of the first byte, up to 10 bytes each
 */
public record SignalNames(DeviceTime time, int signalBytes, List<String> names)
    implements RecorderData {
  private static final int NAME_BYTES = 10;

  public SignalNames {
    names = List.copyOf(names);
  }

  static SignalNames decode(BodyReader in) {
    return new SignalNames(
        in.field("time", "GMT+8").time(),
        in.field("signalBytes", "bytes").u8(),
        in.list(
            "names",
            in.remaining() / NAME_BYTES,
            each -> each.field("name").paddedText(NAME_BYTES)));
  }

  @Override
  public void encode(BodyWriter out) {
    out.time(time).u8(signalBytes);
    names.forEach(name -> out.paddedText(name, NAME_BYTES));
  }
}
