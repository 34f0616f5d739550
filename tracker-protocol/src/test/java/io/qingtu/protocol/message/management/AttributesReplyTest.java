package io.qingtu.protocol.message.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.management.AttributesReply.Layout;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributesReplyTest {
  private static final String CARD = "89860000000000000001";
  private static final String END = "02" + "4831" + "00" + "03" + "21";

  private static AttributesReply decode(ProtocolVersion version, String hex) {
    return AttributesReply.decode(new BodyReader(Bytes.ofHex(hex)), version);
  }

  private static String body(int texts) {
    return "0001" + "41".repeat(texts) + CARD + END;
  }

  @Test
  void theLengthsTellTheLayoutWhateverTheHeaderSays() {
    for (ProtocolVersion version : ProtocolVersion.values()) {
      assertEquals(Layout.V2013, decode(version, body(5 + 20 + 7)).layout());
      assertEquals(Layout.V2019, decode(version, body(5 + 30 + 30)).layout());
      assertEquals(Layout.V2019_LONG_MANUFACTURER, decode(version, body(11 + 30 + 30)).layout());
    }
  }

  @Test
  void whereNoLengthFitsTheHeaderDecides() {
    String filled = body(5 + 20 + 7) + "0000";
    assertEquals(Layout.V2013, decode(ProtocolVersion.V2013, filled).layout());
    assertEquals("H1", decode(ProtocolVersion.V2013, filled).hardwareVersion());
    assertThrows(MalformedException.class, () -> decode(ProtocolVersion.V2019, filled));
  }

  @Test
  void refusesACardNumberThatDoesNotFillItsField() {
    AttributesReply good = decode(ProtocolVersion.V2013, body(5 + 20 + 7));
    for (String iccid : List.of("", CARD + "00", "8986000000000000000g")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new AttributesReply(good.layout(), 1, "A", "A", "A", iccid, "H", "F", 3, 0x21));
    }
  }
}
