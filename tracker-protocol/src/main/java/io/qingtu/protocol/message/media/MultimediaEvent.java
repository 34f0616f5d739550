package io.qingtu.protocol.message.media;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * Multimedia event (多媒体事件信息上传), 0x0800: something was recorded.
 *
 * @param mediaId multimedia id, above 0
 * @param kind code of a {@link MediaKind}
 * @param format code of a {@link MediaFormat}
 * @param event code of a {@link MediaEvent}
 * @param channel camera or microphone
 */
public record MultimediaEvent(long mediaId, int kind, int format, int event, int channel)
    implements TerminalMessage {
  public static final int ID = 0x0800;

  public static MultimediaEvent decode(BodyReader in, ProtocolVersion version) {
    return new MultimediaEvent(
        in.field("mediaId").u32(),
        in.field("kind").u8(),
        in.field("format").u8(),
        in.field("event").u8(),
        in.field("channel").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u32(mediaId).u8(kind).u8(format).u8(event).u8(channel);
  }
}
