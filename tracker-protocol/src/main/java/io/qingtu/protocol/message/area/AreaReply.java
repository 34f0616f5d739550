package io.qingtu.protocol.message.area;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.field.MalformedException.Reason;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.TerminalMessage;
import java.util.List;

/**
 * The areas that a terminal has (查询区域或线路数据应答), 0x0608, since 2019. The standard puts the body of a
 * setting message in for each; it can be understood otherwise, and so the layout is the one by
 * which the body comes to its end.
 *
 * @param areaType code of an {@link AreaKind}
 * @param count as the message says it
 * @param layout how circles and rectangles stand in the message
 * @param settings the areas as the messages that would set them
 * @param unread what follows; everything where no layout fits
 */
public record AreaReply(
    int areaType, long count, Layout layout, List<PlatformMessage> settings, Bytes unread)
    implements TerminalMessage {
  public static final int ID = 0x0608;

  /** How areas stand in the message. */
  public enum Layout {
    /** as many bodies of setting messages as are counted */
    MESSAGES,
    /** one body of a setting message with all of them */
    ONE_MESSAGE,
    /** the areas alone */
    AREAS,
    /** none of these */
    UNKNOWN
  }

  public AreaReply {
    settings = List.copyOf(settings);
  }

  public static AreaReply decode(BodyReader in, ProtocolVersion version) {
    int type = in.field("areaType").u8();
    long count = in.field("count").u32();
    Layout layout = layout(in, type, count, version);
    return new AreaReply(
        type,
        count,
        layout,
        settings(in, type, layout == Layout.ONE_MESSAGE ? 1 : count, layout, version),
        in.field("unread").rest());
  }

  private static Layout layout(BodyReader in, int type, long count, ProtocolVersion version) {
    if (AreaKind.find(type).isEmpty()) {
      return Layout.UNKNOWN;
    }
    for (Layout layout : List.of(Layout.MESSAGES, Layout.ONE_MESSAGE, Layout.AREAS)) {
      BodyReader attempt = in.ahead();
      try {
        settings(attempt, type, layout == Layout.ONE_MESSAGE ? 1 : count, layout, version);
      } catch (MalformedException notThis) {
        continue;
      }
      if (attempt.remaining() == 0) {
        return layout;
      }
    }
    return Layout.UNKNOWN;
  }

  private static List<PlatformMessage> settings(
      BodyReader in, int type, long count, Layout layout, ProtocolVersion version) {
    if (layout == Layout.UNKNOWN) {
      return List.of();
    }
    if (layout == Layout.AREAS && type == AreaKind.CIRCLE.code()) {
      List<CircleArea> areas = in.list("areas", few(count), a -> CircleArea.decode(a, version));
      return List.of(new SetCirclesCommand(SettingAction.UPDATE.code(), areas));
    }
    if (layout == Layout.AREAS && type == AreaKind.RECTANGLE.code()) {
      List<RectangleArea> areas =
          in.list("areas", few(count), a -> RectangleArea.decode(a, version));
      return List.of(new SetRectanglesCommand(SettingAction.UPDATE.code(), areas));
    }
    return in.list("settings", count, setting -> setting(setting, type, version));
  }

  private static long few(long count) {
    if (count > AreaFields.MAX_COUNT) {
      throw new MalformedException(Reason.MALFORMED, count + " areas");
    }
    return count;
  }

  private static PlatformMessage setting(BodyReader in, int type, ProtocolVersion version) {
    return switch (AreaKind.find(type).orElseThrow()) {
      case CIRCLE -> SetCirclesCommand.decode(in, version);
      case RECTANGLE -> SetRectanglesCommand.decode(in, version);
      case POLYGON -> SetPolygonCommand.decode(in, version);
      case ROUTE -> SetRouteCommand.decode(in, version);
    };
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(areaType).u32(count);
    for (PlatformMessage setting : settings) {
      if (layout == Layout.AREAS && setting instanceof SetCirclesCommand circles) {
        circles.areas().forEach(area -> area.encode(out, version));
      } else if (layout == Layout.AREAS && setting instanceof SetRectanglesCommand rectangles) {
        rectangles.areas().forEach(area -> area.encode(out, version));
      } else {
        setting.encode(out, version);
      }
    }
    out.bytes(unread);
  }
}
