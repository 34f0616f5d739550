package io.qingtu.protocol.message.text;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.CountedText;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.List;

/**
 * Menu of information that the driver may order (信息点播菜单设置), 0x8303.
 *
 * @param action code of a {@link ListAction}
 * @param entries at most 255
 */
public record SetInformationMenuCommand(int action, List<Entry> entries)
    implements PlatformMessage {
  public static final int ID = 0x8303;

  /**
   * One line of the menu.
   *
   * @param type of the information
   */
  public record Entry(int type, String name) {}

  public SetInformationMenuCommand {
    entries = List.copyOf(entries);
    ListAction.requireCountable(entries);
  }

  public static SetInformationMenuCommand decode(BodyReader in, ProtocolVersion version) {
    int action = in.field("action").u8();
    int count = ListAction.readCount(in, version);
    return new SetInformationMenuCommand(
        action,
        in.list(
            "entries",
            count,
            entry -> new Entry(entry.field("type").u8(), CountedText.readLong(entry, "name"))));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    ListAction.write(
        action,
        entries,
        out,
        version,
        entry -> CountedText.writeLong(entry.name(), out.u8(entry.type())));
  }
}
