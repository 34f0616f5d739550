package io.qingtu.protocol.message.general;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.List;

/**
 * Demand for lost sub-packages (服务器补传分包请求), 0x8003, to the terminal, since 2013. They are sent
 * again as they were.
 *
 * @param firstSerialNumber serial number of the message's first sub-package
 * @param indexes of the sub-packages, from 1; at most 255 before 2019
 */
public record ResendPartsCommand(int firstSerialNumber, List<Integer> indexes)
    implements PlatformMessage {
  public static final int ID = 0x8003;

  public ResendPartsCommand {
    indexes = List.copyOf(indexes);
  }

  public static ResendPartsCommand decode(BodyReader in, ProtocolVersion version) {
    return new ResendPartsCommand(
        in.field("firstSerialNumber").u16(), PartIndexes.decode(in, version));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    PartIndexes.encode(indexes, out.u16(firstSerialNumber), version);
  }
}
