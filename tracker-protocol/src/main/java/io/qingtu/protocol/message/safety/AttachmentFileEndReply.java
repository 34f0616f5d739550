package io.qingtu.protocol.message.safety;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a file has come whole (文件上传完成消息应答), 0x9212.
 *
 * @param type as the file was announced
 * @param result {@link #DONE} or {@link #REFILL}
 * @param missing what is to be sent again, at most 255 ranges
 */
public record AttachmentFileEndReply(String name, int type, int result, List<Range> missing)
    implements PlatformMessage {
  public static final int ID = 0x9212;

  /** {@link #result} of a file that is whole. */
  public static final int DONE = 0;

  /** {@link #result} of a file of which something is missing. */
  public static final int REFILL = 1;

  /** Most ranges in one message. */
  public static final int MOST_RANGES = 255;

  private static final int RANGE_BYTES = 8;

  /** Bytes of a file from {@code offset} on. */
  public record Range(long offset, long length) {}

  public AttachmentFileEndReply {
    missing = List.copyOf(missing);
    if (missing.size() > MOST_RANGES) {
      throw new IllegalArgumentException(missing.size() + " ranges: more than " + MOST_RANGES);
    }
  }

  public static AttachmentFileEndReply decode(BodyReader in, ProtocolVersion version) {
    String name = AttachmentFile.name(in);
    int type = in.field("type").u8();
    int result = in.field("result").u8();
    int count = in.field("rangeCount").u8();
    List<Range> missing = new ArrayList<>(Math.min(count, in.remaining() / RANGE_BYTES));
    for (int i = 0; i < count; i++) {
      in.enter("missing", i);
      missing.add(new Range(in.field("offset", "bytes").u32(), in.field("length", "bytes").u32()));
      in.leave();
    }
    return new AttachmentFileEndReply(name, type, result, missing);
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    AttachmentFile.name(out, name);
    out.u8(type).u8(result).u8(missing.size());
    missing.forEach(range -> out.u32(range.offset()).u32(range.length()));
  }
}
