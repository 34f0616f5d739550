package io.qingtu.protocol.message.safety;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * A file's blocks are all sent (文件上传完成消息), 0x1212, answered by {@link AttachmentFileEndReply}; on
 * the link to the attachment server.
 */
public record AttachmentFileEnd(AttachmentFile file) implements TerminalMessage {
  public static final int ID = 0x1212;

  public static AttachmentFileEnd decode(BodyReader in, ProtocolVersion version) {
    return new AttachmentFileEnd(AttachmentFile.decode(in));
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
