package io.qingtu.protocol.message.media;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import java.util.List;

/**
 * What a search found (存储多媒体数据检索应答), 0x0802. In 2011 each packet is a message that counts its own
 * finds, which have no ids; some terminals send them without the count. The length of the body
 * tells.
 *
 * @param replySerialNumber serial number of the search
 * @param total finds of the search, in all packets
 * @param counted whether the finds are counted, as in 2011
 * @param media finds in this message
 * @param trailing bytes behind the last whole find; empty in a good message
 */
public record StoredMediaReply(
    int replySerialNumber, int total, boolean counted, List<StoredMedium> media, Bytes trailing)
    implements TerminalMessage {
  public static final int ID = 0x0802;

  private static final int HEAD_BYTES = 4;
  private static final int COUNT_BYTES = 2;

  public StoredMediaReply {
    media = List.copyOf(media);
  }

  public static StoredMediaReply decode(BodyReader in, ProtocolVersion version) {
    boolean counted = version != ProtocolVersion.V2019 && isCounted(in.ahead());
    int serialNumber = in.field("replySerialNumber").u16();
    int total = in.field("total").u16();
    boolean bare =
        version != ProtocolVersion.V2019
            && in.remaining() % StoredMedium.BYTES != 0
            && in.remaining() == total * StoredMedium.BYTES_OF_2011;
    int length = bare ? StoredMedium.BYTES_OF_2011 : StoredMedium.BYTES;
    int count = counted ? in.field("count").u16() : in.remaining() / length;
    List<StoredMedium> media =
        in.list("media", count, item -> StoredMedium.decode(item, !counted && !bare));
    return new StoredMediaReply(serialNumber, total, counted, media, in.field("trailing").rest());
  }

  /** Whether the body ends where the counted finds of 2011 do, and not where those of 2013 do. */
  private static boolean isCounted(BodyReader in) {
    if (in.remaining() < HEAD_BYTES + COUNT_BYTES) {
      return false;
    }
    in.u16();
    int total = in.u16();
    boolean uncounted = in.remaining() == total * StoredMedium.BYTES;
    int count = in.u16();
    return !uncounted && count <= total && in.remaining() == count * StoredMedium.BYTES_OF_2011;
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u16(replySerialNumber).u16(total);
    if (counted) {
      out.u16(media.size());
    }
    media.forEach(item -> item.encode(out, version));
    out.bytes(trailing);
  }
}
