package io.qingtu.protocol.message.management;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import java.util.List;

/**
 * Parameters of a terminal (查询终端参数应答), 0x0104.
 *
 * @param replySerialNumber serial number of the query, 0x8104 or 0x8106
 * @param parameters in the order of the message; ids that take several values repeat
 */
public record ParametersReply(int replySerialNumber, List<TerminalParameter> parameters)
    implements TerminalMessage {
  public static final int ID = 0x0104;

  public ParametersReply {
    parameters = List.copyOf(parameters);
  }

  public static ParametersReply decode(BodyReader in, ProtocolVersion version) {
    return new ParametersReply(
        in.field("replySerialNumber").u16(), ParameterList.decode(in, version));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    ParameterList.encode(parameters, out.u16(replySerialNumber), version);
  }
}
