package io.qingtu.protocol.message.text;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.CountedText;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.ArrayList;
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
    List<Entry> entries = new ArrayList<>();
    if (in.remaining() > 0) {
      int count = ListAction.readCount(in, version);
      for (int i = 0; i < count; i++) {
        in.enter("entries", i);
        entries.add(new Entry(in.field("type").u8(), CountedText.readLong(in, "name")));
        in.leave();
      }
    }
    return new SetInformationMenuCommand(action, entries);
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(action);
    if (action != ListAction.DELETE_ALL.code() || !entries.isEmpty()) {
      ListAction.writeCount(entries.size(), out, version);
      for (Entry entry : entries) {
        out.u8(entry.type());
        CountedText.writeLong(entry.name(), out);
      }
    }
  }
}
