package io.qingtu.protocol.message.area;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.List;

/**
 * Deletes areas of one kind, 0x8601 (删除圆形区域), 0x8603 (删除矩形区域), 0x8605 (删除多边形区域) and 0x8607 (删除路线).
 *
 * @param ids what to delete; none deletes all of the kind
 */
public record DeleteAreasCommand(AreaKind kind, List<Long> ids) implements PlatformMessage {
  public static final int CIRCLES = 0x8601;
  public static final int RECTANGLES = 0x8603;
  public static final int POLYGONS = 0x8605;
  public static final int ROUTES = 0x8607;

  /** The standard lets a message delete no more. */
  public static final int MAX_IDS = 125;

  public DeleteAreasCommand {
    ids = List.copyOf(ids);
    AreaFields.byteCount(ids.size(), "ids");
  }

  public static DeleteAreasCommand circles(BodyReader in, ProtocolVersion version) {
    return decode(AreaKind.CIRCLE, in);
  }

  public static DeleteAreasCommand rectangles(BodyReader in, ProtocolVersion version) {
    return decode(AreaKind.RECTANGLE, in);
  }

  public static DeleteAreasCommand polygons(BodyReader in, ProtocolVersion version) {
    return decode(AreaKind.POLYGON, in);
  }

  public static DeleteAreasCommand routes(BodyReader in, ProtocolVersion version) {
    return decode(AreaKind.ROUTE, in);
  }

  private static DeleteAreasCommand decode(AreaKind kind, BodyReader in) {
    return new DeleteAreasCommand(
        kind, in.list("ids", in.field("count").u8(), id -> id.field("id").u32()));
  }

  @Override
  public int messageId() {
    return kind.deletionId();
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(ids.size());
    ids.forEach(out::u32);
  }
}
