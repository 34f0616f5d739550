package io.qingtu.protocol.message.management;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.FinalText;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.List;

/**
 * Terminal control (终端控制), 0x8105.
 *
 * @param command code of a {@link ControlWord}; vendors have others, as 0x64 and 0x65 to cut the
 *     engine and to give it back
 * @param arguments separated by semicolons, empty where the command takes none
 */
public record TerminalControlCommand(int command, String arguments) implements PlatformMessage {
  public static final int ID = 0x8105;

  public static TerminalControlCommand decode(BodyReader in, ProtocolVersion version) {
    return new TerminalControlCommand(in.field("command").u8(), in.field("arguments").text());
  }

  /** A command of the standard. An argument that is left out is empty. */
  public static TerminalControlCommand of(ControlWord command, String... arguments) {
    return new TerminalControlCommand(command.code(), String.join(";", arguments));
  }

  /** The arguments one by one, empty ones too. */
  public List<String> argumentList() {
    return arguments.isEmpty() ? List.of() : List.of(arguments.split(";", -1));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(command);
    if (!arguments.isEmpty()) {
      FinalText.write(arguments, out, version);
    }
  }
}
