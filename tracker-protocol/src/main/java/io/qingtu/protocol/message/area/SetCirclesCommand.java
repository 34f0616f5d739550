package io.qingtu.protocol.message.area;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PacketCount;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.List;

/**
 * Sets circles (设置圆形区域), 0x8600. In 2011 a second count follows, of the areas in this packet: one
 * message sets all that it counts.
 *
 * @param action code of a {@link SettingAction}
 * @param areas at most 255
 */
public record SetCirclesCommand(int action, List<CircleArea> areas) implements PlatformMessage {
  public static final int ID = 0x8600;

  public SetCirclesCommand {
    areas = List.copyOf(areas);
    AreaFields.byteCount(areas.size(), "areas");
  }

  public static SetCirclesCommand decode(BodyReader in, ProtocolVersion version) {
    int action = in.field("action").u8();
    int count = PacketCount.read(in.field("count").u8(), in, version);
    return new SetCirclesCommand(
        action, in.list("areas", count, area -> CircleArea.decode(area, version)));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(action).u8(areas.size());
    PacketCount.write(areas.size(), out, version);
    areas.forEach(area -> area.encode(out, version));
  }
}
