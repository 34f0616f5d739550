package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * The end of an upload (文件上传完成通知), 0x1206.
 *
 * @param replySerialNumber serial number of the {@link RecordingUploadCommand}
 * @param result 0 done, 1 failed
 */
public record RecordingUploadCompletion(int replySerialNumber, int result)
    implements TerminalMessage {
  public static final int ID = 0x1206;

  public static RecordingUploadCompletion decode(BodyReader in, ProtocolVersion version) {
    return new RecordingUploadCompletion(
        in.field("replySerialNumber").u16(), in.field("result").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(replySerialNumber).u8(result);
  }
}
