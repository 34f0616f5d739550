package io.qingtu.protocol.message.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.DeviceTime;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.area.AreaReply.Layout;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the vectors do not show of areas: windows, attributes that lie, one command for all. */
class AreaTest {
  private static final Optional<TimeWindow> HOURS =
      Optional.of(TimeWindow.daily(LocalTime.of(8, 30), LocalTime.of(18, 0)));

  @Test
  void aDailyWindowHasNoDate() {
    assertEquals(new DeviceTime(0x083000L), HOURS.orElseThrow().start());
    assertEquals(new DeviceTime(0x180000L), HOURS.orElseThrow().end());
    assertTrue(HOURS.orElseThrow().isDaily());
    assertFalse(
        new TimeWindow(new DeviceTime(0x083000L), new DeviceTime(0x000001180000L)).isDaily());
    assertFalse(
        new TimeWindow(new DeviceTime(0x260309083000L), new DeviceTime(0x180000L)).isDaily());
  }

  @Test
  void attributesAnnounceWhatIsThere() {
    assertThrows(IllegalArgumentException.class, () -> circle(0, HOURS));
    assertThrows(
        IllegalArgumentException.class, () -> circle(AreaAttribute.TIMES.mask(), Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () -> circle(AreaAttribute.SPEED_LIMIT.mask(), Optional.empty()));
    assertEquals(HOURS, circle(AreaAttribute.TIMES.mask(), HOURS).window());
  }

  private static CircleArea circle(int attributes, Optional<TimeWindow> window) {
    return new CircleArea(1, attributes, AreaVectors.CORNER, 100, window, Optional.empty(), "");
  }

  @Test
  void oneCommandSuitsEveryVersion() {
    SetPolygonCommand polygon =
        new SetPolygonCommand(
            7,
            AreaAttribute.SPEED_LIMIT.mask(),
            Optional.empty(),
            Optional.of(new SpeedLimit(60, 10, 40)),
            List.of(AreaVectors.CORNER),
            "A");
    String corner = AreaVectors.CORNER_HEX.replace(" ", "");
    String head = "00000007" + "0002" + "003c" + "0a" + "0001";
    assertEquals(head + "01" + corner, body(polygon, ProtocolVersion.V2011));
    assertEquals(head + corner, body(polygon, ProtocolVersion.V2013));
    assertEquals(head + corner + "0028" + "0001" + "41", body(polygon, ProtocolVersion.V2019));
  }

  private static String body(SetPolygonCommand command, ProtocolVersion version) {
    BodyWriter out = new BodyWriter();
    command.encode(out, version);
    return out.toBytes().hex();
  }

  @Test
  void noMoreIsSentThanACountCanSay() {
    List<Long> ids = Collections.nCopies(256, 1L);
    assertThrows(
        IllegalArgumentException.class, () -> new DeleteAreasCommand(AreaKind.CIRCLE, ids));
    assertEquals(255, new DeleteAreasCommand(AreaKind.CIRCLE, ids.subList(1, 256)).ids().size());
    SetPolygonCommand polygon =
        new SetPolygonCommand(
            7,
            0,
            Optional.empty(),
            Optional.empty(),
            Collections.nCopies(256, AreaVectors.CORNER),
            "");
    assertThrows(IllegalArgumentException.class, () -> body(polygon, ProtocolVersion.V2011));
    assertEquals(2 * (8 + 8 * 256), body(polygon, ProtocolVersion.V2013).length());
  }

  @Test
  void aReplyThatFitsNoLayoutIsKeptAsItCame() {
    String areas = "ff".repeat(40);
    for (String count : List.of("00000001", "ffffffff", "00000100")) {
      AreaReply reply =
          AreaReply.decode(
              new BodyReader(Bytes.ofHex("01" + count + areas)), ProtocolVersion.V2019);
      assertEquals(Layout.UNKNOWN, reply.layout());
      assertEquals(areas, reply.unread().hex());
    }
  }

  @Test
  void aCountBeyondTheBodyIsMalformed() {
    for (String body : List.of("00ff", "00ff" + "00".repeat(18), "0001" + "00".repeat(17))) {
      assertThrows(
          MalformedException.class,
          () -> SetCirclesCommand.decode(new BodyReader(Bytes.ofHex(body)), ProtocolVersion.V2013),
          body);
    }
  }

  @Test
  void everyAttributeHasABitOfItsOwn() {
    for (AreaAttribute attribute : AreaAttribute.values()) {
      assertTrue(attribute.in(attribute.mask()));
      assertFalse(attribute.in(~attribute.mask()));
    }
    assertEquals(0xc1ff, Arrays.stream(AreaAttribute.values()).mapToInt(AreaAttribute::mask).sum());
    assertEquals(
        0x0f, Arrays.stream(SegmentAttribute.values()).mapToInt(SegmentAttribute::mask).sum());
    assertTrue(SegmentAttribute.WEST.in(8));
    assertFalse(SegmentAttribute.WEST.in(7));
  }

  @Test
  void codesBesideTheStandardsHaveNoName() {
    assertEquals(Optional.of(AreaKind.ROUTE), AreaKind.find(4));
    assertEquals(Optional.empty(), AreaKind.find(0));
    assertEquals(Optional.of(SettingAction.MODIFY), SettingAction.find(2));
    assertEquals(Optional.empty(), SettingAction.find(3));
  }
}
