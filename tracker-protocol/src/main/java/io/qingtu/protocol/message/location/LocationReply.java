package io.qingtu.protocol.message.location;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.item.AdditionalItems;
import java.util.OptionalInt;

/**
 * Where the terminal is (位置信息查询应答), 0x0201.
 *
 * @param replySerialNumber serial number of the query, 0x8201; empty in the layout of 2011, which
 *     has the location alone
 */
public record LocationReply(OptionalInt replySerialNumber, LocationReport location)
    implements TerminalMessage {
  public static final int ID = 0x0201;

  private static final int TIME_AT = 22;

  public static LocationReply decode(BodyReader in, ProtocolVersion version) {
    OptionalInt serialNumber =
        version != ProtocolVersion.V2019 && isOf2011(in)
            ? OptionalInt.empty()
            : OptionalInt.of(in.field("replySerialNumber").u16());
    return new LocationReply(serialNumber, LocationReport.decode(in, version));
  }

  /**
   * Headers of 2011 and 2013 are alike: the layout is the one that puts a time where a time must
   * be. Digits of other fields may look like one; then the additional items must end with the body.
   */
  private static boolean isOf2011(BodyReader in) {
    boolean timeOf2011 = hasTime(in, 0);
    boolean timeOf2013 = hasTime(in, Short.BYTES);
    if (timeOf2011 && timeOf2013) {
      return hasWholeItems(in, 0) && !hasWholeItems(in, Short.BYTES);
    }
    return timeOf2011 || !timeOf2013 && in.remaining() < LocationReport.BASIC_BYTES + Short.BYTES;
  }

  private static boolean hasTime(BodyReader in, int locationAt) {
    if (in.remaining() < locationAt + LocationReport.BASIC_BYTES) {
      return false;
    }
    BodyReader ahead = in.ahead();
    ahead.bytes(locationAt + TIME_AT);
    return ahead.time().instant().isPresent();
  }

  private static boolean hasWholeItems(BodyReader in, int locationAt) {
    BodyReader ahead = in.ahead();
    ahead.bytes(locationAt + LocationReport.BASIC_BYTES);
    AdditionalItems.decode(ahead);
    return ahead.remaining() == 0;
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    replySerialNumber.ifPresent(out::u16);
    location.encode(out, version);
  }
}
