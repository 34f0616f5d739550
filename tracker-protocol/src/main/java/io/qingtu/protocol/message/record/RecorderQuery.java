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
 * Asks the driving recorder (行驶记录数据采集命令), 0x8700.
 *
 * @param command command word of GB/T 19056
 * @param block a whole packet of GB/T 19056, may be empty; none in 2011
 */
public record RecorderQuery(int command, Bytes block) implements PlatformMessage, Envelope {
  public static final int ID = 0x8700;

  public static RecorderQuery decode(BodyReader in, ProtocolVersion version) {
    return new RecorderQuery(in.field("command").u8(), RecorderBlock.readQuery(in));
  }

  /** A {@link RecorderPacket}. */
  @Override
  public Optional<Object> inside() {
    return RecorderPacket.findQuery(block).map(Object.class::cast);
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
