package io.qingtu.protocol.message.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Headers do not tell the answer of 2011, which has no serial number, from later ones. */
class LocationReplyTest {
  private static final String BASIC = "0000000000000003" + "01dc8ad0" + "073d8aa5" + "000a02580105";

  private static LocationReply reply(String hex) {
    return LocationReply.decode(new BodyReader(Bytes.ofHex(hex)), ProtocolVersion.V2013);
  }

  @Test
  void theOffsetOfTheTimeTellsTheLayout() {
    assertEquals(OptionalInt.of(7), reply("0007" + BASIC + "260309235959").replySerialNumber());
    assertEquals(OptionalInt.empty(), reply(BASIC + "260309235959").replySerialNumber());
  }

  @Test
  void whereDigitsOfOtherFieldsLookLikeATimeTheItemsDecide() {
    // hour, minute and second, then an item: 09-05-06 01:04:00 as well
    String items = "0104" + "00000020" + "310107";
    assertEquals(OptionalInt.empty(), reply(BASIC + "260309050601" + items).replySerialNumber());
    // direction and date look like 2001-05-26 03:09:05
    assertEquals(
        OptionalInt.of(7), reply("0007" + BASIC + "260309050601" + items).replySerialNumber());
  }

  @Test
  void aTerminalWithoutAClockHasTheSerialNumberOf2013() {
    String zeros = BASIC + "000000000000";
    assertEquals(OptionalInt.of(7), reply("0007" + zeros).replySerialNumber());
    // too short for a serial number and a location
    assertEquals(OptionalInt.empty(), reply(zeros).replySerialNumber());
    assertThrows(MalformedException.class, () -> reply(zeros.substring(2)));
  }
}
