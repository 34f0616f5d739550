package io.qingtu.protocol.message.text;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.CountedText;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
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
    int count = ListAction.readCount(in, version);
    return new SetPhoneBookCommand(
        action,
        in.list(
            "contacts",
            count,
            contact ->
                new Contact(
                    contact.field("flag").u8(),
                    CountedText.read(contact, "phone"),
                    CountedText.read(contact, "name"))));
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    ListAction.write(
        action,
        contacts,
        out,
        version,
        contact -> {
          CountedText.write(contact.phone(), out.u8(contact.flag()));
          CountedText.write(contact.name(), out);
        });
  }
}
