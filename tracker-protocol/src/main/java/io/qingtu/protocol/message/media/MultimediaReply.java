package io.qingtu.protocol.message.media;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.List;
import java.util.OptionalInt;

/**
 * Multimedia data reply (多媒体数据上传应答), 0x8800.
 *
 * @param replySerialNumber serial number of the data; in 2011 only
 * @param mediaId multimedia id
 * @param missingParts indexes of the sub-packages to send again, ascending; none if all arrived
 */
public record MultimediaReply(
    OptionalInt replySerialNumber, long mediaId, List<Integer> missingParts)
    implements PlatformMessage {
  public static final int ID = 0x8800;

  /** The standard lets a reply ask for no more. */
  public static final int MAX_MISSING_PARTS = 125;

  private static final int SERIAL_NUMBER_BYTES = 2;
  private static final int MEDIA_ID_BYTES = 4;

  public MultimediaReply {
    missingParts = List.copyOf(missingParts);
    if (missingParts.size() > 0xff) {
      throw new IllegalArgumentException(missingParts.size() + " parts in one reply");
    }
  }

  /** Everything arrived. */
  public static MultimediaReply complete(long mediaId) {
    return new MultimediaReply(OptionalInt.empty(), mediaId, List.of());
  }

  /** Asks for the first {@link #MAX_MISSING_PARTS} of what is missing. */
  public static MultimediaReply missing(long mediaId, List<Integer> parts) {
    List<Integer> first = parts.subList(0, Math.min(parts.size(), MAX_MISSING_PARTS));
    return new MultimediaReply(OptionalInt.empty(), mediaId, first);
  }

  /** The same as terminals of 2011 want it. */
  public MultimediaReply to(int serialNumber) {
    return new MultimediaReply(OptionalInt.of(serialNumber), mediaId, missingParts);
  }

  public static MultimediaReply decode(BodyReader in, ProtocolVersion version) {
    Bytes body = in.ahead().rest();
    boolean long2011 = fits(body, SERIAL_NUMBER_BYTES);
    boolean serial =
        version == ProtocolVersion.V2011 ? long2011 || !fits(body, 0) : long2011 && !fits(body, 0);
    return new MultimediaReply(
        serial ? OptionalInt.of(in.field("replySerialNumber").u16()) : OptionalInt.empty(),
        in.field("mediaId").u32(),
        in.remaining() == 0
            ? List.of()
            : in.list("missingParts", in.field("count").u8(), part -> part.field("index").u16()));
  }

  /** Whether the body ends where the list of parts does, if the id stands at an offset. */
  private static boolean fits(Bytes body, int offset) {
    int countAt = offset + MEDIA_ID_BYTES;
    return body.length() == countAt
        || body.length() > countAt && body.length() == countAt + 1 + 2 * body.at(countAt);
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    replySerialNumber.ifPresent(out::u16);
    out.u32(mediaId);
    if (!missingParts.isEmpty()) {
      out.u8(missingParts.size());
      missingParts.forEach(out::u16);
    }
  }
}
