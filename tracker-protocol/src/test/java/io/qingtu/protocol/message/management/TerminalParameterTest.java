package io.qingtu.protocol.message.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TerminalParameterTest {
  private static TerminalParameter parameter(long id, String hex) {
    return new TerminalParameter(id, Bytes.ofHex(hex));
  }

  private static List<TerminalParameter> decode(String hex) {
    return ParametersReply.decode(new BodyReader(Bytes.ofHex(hex)), ProtocolVersion.V2013)
        .parameters();
  }

  @Test
  void everyLineHasAnIdAndANameOfItsOwnAndTheyAscend() {
    ParameterType[] types = ParameterType.values();
    for (int i = 1; i < types.length; i++) {
      assertTrue(types[i - 1].id() < types[i].id(), types[i].name());
    }
    long names = Arrays.stream(types).map(ParameterType::valueName).distinct().count();
    assertEquals(types.length, names);
    assertEquals("heartbeatInterval", ParameterType.HEARTBEAT_INTERVAL.valueName());
    for (ParameterType type : types) {
      assertEquals(Optional.of(type), ParameterType.find(type.id()));
    }
  }

  @Test
  void theVersionsOfALineAreTheStandards() {
    assertFalse(ParameterType.FORBIDDEN_HOURS.isIn(ProtocolVersion.V2013));
    assertTrue(ParameterType.FORBIDDEN_HOURS.isIn(ProtocolVersion.V2019));
    assertTrue(ParameterType.TCP_PORT.isIn(ProtocolVersion.V2011));
    assertTrue(ParameterType.TCP_PORT.isIn(ProtocolVersion.V2013));
    assertFalse(ParameterType.TCP_PORT.isIn(ProtocolVersion.V2019));
  }

  @Test
  void aNumberIsReadHoweverLongItIsWritten() {
    assertEquals(OptionalLong.of(3), parameter(0x0090, "03").number());
    assertEquals(OptionalLong.of(3), parameter(0x0090, "00000003").number());
    assertEquals(OptionalLong.of(0xffffffffL), parameter(0x0001, "ffffffff").number());
    assertEquals(OptionalLong.empty(), parameter(0x0001, "").number());
    assertEquals(OptionalLong.empty(), parameter(0x0001, "0000000001").number());
    assertEquals(OptionalLong.empty(), parameter(0x0013, "31").number());
    assertEquals(OptionalLong.empty(), parameter(0xf001, "31").number());
  }

  @Test
  void aTextEndsAtItsFirstZero() {
    assertEquals(Optional.of("qt"), parameter(0x0013, "71740000").text());
    assertEquals(Optional.of("粤B"), parameter(0x0083, "d4c142").text());
    assertEquals(Optional.empty(), parameter(0x0001, "71").text());
  }

  @Test
  void idsOfSingleCanFramesShareALine() {
    assertEquals(Optional.of(ParameterType.CAN_ID), ParameterType.find(0x0110));
    assertEquals(Optional.of(ParameterType.CAN_ID), ParameterType.find(0x01ff));
    assertEquals(Optional.empty(), ParameterType.find(0x010f));
    assertEquals(Optional.empty(), ParameterType.find(0x0200));
  }

  @Test
  void refusesAValueThatItsKindCannotHold() {
    assertEquals(parameter(0x0084, "ff"), TerminalParameter.of(ParameterType.PLATE_COLOR, 255));
    assertThrows(
        IllegalArgumentException.class, () -> TerminalParameter.of(ParameterType.PLATE_COLOR, 256));
    assertThrows(
        IllegalArgumentException.class, () -> TerminalParameter.of(ParameterType.PLATE_COLOR, -1));
    assertThrows(
        IllegalArgumentException.class, () -> TerminalParameter.of(ParameterType.MAIN_APN, 1));
    assertThrows(
        IllegalArgumentException.class, () -> TerminalParameter.of(ParameterType.MAX_SPEED, "1"));
    assertThrows(IllegalArgumentException.class, () -> parameter(1, "00".repeat(256)));
  }

  @Test
  void repeatedIdsAndUnknownOnesAreKeptInTheirOrder() {
    List<TerminalParameter> read =
        decode("0001" + "03" + "0000011001aa" + "0000f0010102" + "0000011001bb");
    assertEquals(
        List.of(parameter(0x0110, "aa"), parameter(0xf001, "02"), parameter(0x0110, "bb")), read);
  }

  @Test
  void theLengthsLeadNotTheCount() {
    String one = "00000001" + "04" + "0000003c";
    assertEquals(2, decode("0001" + "01" + one + one).size());
    assertEquals(2, decode("0001" + "ff" + one + one).size());
    assertEquals(1, decode("0001" + "01" + one + "00").size());
    assertThrows(MalformedException.class, () -> decode("0001" + "02" + one + "00"));
    assertThrows(MalformedException.class, () -> decode("0001" + "01" + one.substring(0, 16)));
  }

  @Test
  void refusesMoreParametersThanAByteCounts() {
    TerminalParameter parameter = parameter(1, "00");
    SetParametersCommand most = new SetParametersCommand(Collections.nCopies(255, parameter));
    BodyWriter out = new BodyWriter();
    most.encode(out, ProtocolVersion.V2019);
    assertEquals(1 + 255 * 6, out.length());
    SetParametersCommand more = new SetParametersCommand(Collections.nCopies(256, parameter));
    assertThrows(
        IllegalArgumentException.class, () -> more.encode(new BodyWriter(), ProtocolVersion.V2019));
    String one = "00000001" + "01" + "00";
    assertEquals(255, decode("0001" + "ff" + one.repeat(255)).size());
    assertThrows(MalformedException.class, () -> decode("0001" + "ff" + one.repeat(256)));
  }
}
