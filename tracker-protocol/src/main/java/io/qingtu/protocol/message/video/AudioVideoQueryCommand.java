package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/** Asks for the attributes of sound and picture (查询终端音视频属性), 0x9003. Without a body. */
public record AudioVideoQueryCommand() implements PlatformMessage {
  public static final int ID = 0x9003;

  public static AudioVideoQueryCommand decode(BodyReader in, ProtocolVersion version) {
    return new AudioVideoQueryCommand();
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    // no body
  }
}
