package io.qingtu.protocol.message.management;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.List;

/**
 * Sets parameters (设置终端参数), 0x8103.
 *
 * @param parameters in the order of the message; ids that take several values repeat
 */
public record SetParametersCommand(List<TerminalParameter> parameters) implements PlatformMessage {
  public static final int ID = 0x8103;

  public SetParametersCommand {
    parameters = List.copyOf(parameters);
  }

  public static SetParametersCommand decode(BodyReader in, ProtocolVersion version) {
    return new SetParametersCommand(ParameterList.decode(in, version));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    ParameterList.encode(parameters, out, version);
  }
}
