package io.qingtu.protocol.message.media;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;

/**
 * Upload of what a search finds (存储多媒体数据上传命令), 0x8803.
 *
 * @param query what to upload
 * @param deletion 0 keeps, 1 deletes what was uploaded
 */
public record StoredMediaUploadCommand(StoredMediaQuery query, int deletion)
    implements PlatformMessage {
  public static final int ID = 0x8803;

  public static StoredMediaUploadCommand decode(BodyReader in, ProtocolVersion version) {
    return new StoredMediaUploadCommand(
        StoredMediaQuery.decode(in, version), in.field("deletion").u8());
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    query.encode(out, version);
    out.u8(deletion);
  }
}
