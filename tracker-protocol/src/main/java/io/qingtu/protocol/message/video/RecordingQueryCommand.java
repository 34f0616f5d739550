package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Asks what was recorded (查询资源列表), 0x9205; answered by {@link RecordingList}.
 *
 * @param recording what to look for; its times and zeros are limits
 */
public record RecordingQueryCommand(Recording recording) implements PlatformMessage {
  public static final int ID = 0x9205;

  public static RecordingQueryCommand decode(BodyReader in, ProtocolVersion version) {
    return new RecordingQueryCommand(Recording.read(in));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    recording.write(out);
  }
}
