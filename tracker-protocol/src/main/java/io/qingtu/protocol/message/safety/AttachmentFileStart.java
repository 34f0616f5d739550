package io.qingtu.protocol.message.safety;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/** A file's blocks follow (文件信息上传), 0x1211; on the link to the attachment server. */
public record AttachmentFileStart(AttachmentFile file) implements TerminalMessage {
  public static final int ID = 0x1211;

  public static AttachmentFileStart decode(BodyReader in, ProtocolVersion version) {
    return new AttachmentFileStart(AttachmentFile.decode(in));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    file.encode(out);
  }
}
