package io.qingtu.protocol.message.record;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.Envelope;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.recorder.RecorderPacket;
import java.util.Optional;

/**
 * Sets the driving recorder (行驶记录参数下传命令), 0x8701.
 *
 * @param command command word of GB/T 19056
 * @param block a whole packet of GB/T 19056
 */
public record RecorderSettingCommand(int command, Bytes block)
    implements PlatformMessage, Envelope {
  public static final int ID = 0x8701;

  public static RecorderSettingCommand decode(BodyReader in, ProtocolVersion version) {
    return new RecorderSettingCommand(in.field("command").u8(), RecorderBlock.read(in));
  }

  /** A {@link RecorderPacket}. */
  @Override
  public Optional<Object> inside() {
    return RecorderPacket.find(block).map(Object.class::cast);
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(command).bytes(block);
  }
}
