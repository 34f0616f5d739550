package io.qingtu.protocol.message.general;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import java.util.List;

/**
 * Demand for lost sub-packages (终端补传分包请求), 0x0005, to the platform, since 2019. They are sent again
 * as they were.
 *
 * @param firstSerialNumber serial number of the message's first sub-package
 * @param indexes of the sub-packages, from 1; at most 255 before 2019
 */
public record ResendPartsRequest(int firstSerialNumber, List<Integer> indexes)
    implements TerminalMessage {
  public static final int ID = 0x0005;

  public ResendPartsRequest {
    indexes = List.copyOf(indexes);
  }

  public static ResendPartsRequest decode(BodyReader in, ProtocolVersion version) {
    return new ResendPartsRequest(
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
