package io.qingtu.protocol.message.text;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.CountedText;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * Phone book (设置电话本), 0x8401.
 *
 * @param action code of a {@link ListAction}
 * @param contacts at most 255
 */
public record SetPhoneBookCommand(int action, List<Contact> contacts) implements PlatformMessage {
  public static final int ID = 0x8401;

  /**
   * Someone to call or be called by.
   *
   * @param flag 1 calls in, 2 out, 3 both
   */
  public record Contact(int flag, String phone, String name) {}

  public SetPhoneBookCommand {
    contacts = List.copyOf(contacts);
    ListAction.requireCountable(contacts);
  }

  public static SetPhoneBookCommand decode(BodyReader in, ProtocolVersion version) {
    int action = in.field("action").u8();
    List<Contact> contacts = new ArrayList<>();
    if (in.remaining() > 0) {
      int count = ListAction.readCount(in, version);
      for (int i = 0; i < count; i++) {
        in.enter("contacts", i);
        contacts.add(
            new Contact(
                in.field("flag").u8(),
                CountedText.read(in, "phone"),
                CountedText.read(in, "name")));
        in.leave();
      }
    }
    return new SetPhoneBookCommand(action, contacts);
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u8(action);
    if (action != ListAction.DELETE_ALL.code() || !contacts.isEmpty()) {
      ListAction.writeCount(contacts.size(), out, version);
      for (Contact contact : contacts) {
        out.u8(contact.flag());
        CountedText.write(contact.phone(), out);
        CountedText.write(contact.name(), out);
      }
    }
  }
}
