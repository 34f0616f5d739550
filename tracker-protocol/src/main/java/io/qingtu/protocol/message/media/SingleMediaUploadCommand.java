package io.qingtu.protocol.message.media;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Upload of one stored medium (单条存储多媒体数据检索上传命令), 0x8805, since 2013.
 *
 * @param mediaId multimedia id, above 0
 * @param deletion 0 keeps, 1 deletes what was uploaded
 */
public record SingleMediaUploadCommand(long mediaId, int deletion) implements PlatformMessage {
  public static final int ID = 0x8805;

  public static SingleMediaUploadCommand decode(BodyReader in, ProtocolVersion version) {
    return new SingleMediaUploadCommand(in.field("mediaId").u32(), in.field("deletion").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u32(mediaId).u8(deletion);
  }
}
