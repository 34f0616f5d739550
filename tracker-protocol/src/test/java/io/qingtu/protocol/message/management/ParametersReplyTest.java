package io.qingtu.protocol.message.management;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersReplyTest {
  private static final String PARAMETERS =
      "00000001" + "04" + "0000003c" + "00000013" + "02" + "7174";
  private static final List<TerminalParameter> LIST =
      List.of(
          TerminalParameter.of(ParameterType.HEARTBEAT_INTERVAL, 60),
          TerminalParameter.of(ParameterType.MAIN_ADDRESS, "qt"));

  private static List<TerminalParameter> decode(String hex, ProtocolVersion version) {
    return ParametersReply.decode(new BodyReader(Bytes.ofHex(hex)), version).parameters();
  }

  @Test
  void theSecondCountOf2011IsNoParameter() {
    // under one header with 2013
    assertEquals(LIST, decode("0007" + "02" + "02" + PARAMETERS, ProtocolVersion.V2013));
    assertEquals(LIST, decode("0007" + "02" + PARAMETERS, ProtocolVersion.V2013));
    // of nine in all packets, two are in this one
    assertEquals(LIST, decode("0007" + "09" + "02" + PARAMETERS, ProtocolVersion.V2013));
    assertEquals(List.of(), decode("0007" + "00" + "00", ProtocolVersion.V2013));
  }
}
