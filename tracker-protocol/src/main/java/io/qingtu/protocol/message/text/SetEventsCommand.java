package io.qingtu.protocol.message.text;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.CountedText;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import java.util.List;

/**
 * Events that the driver can report at the press of a key (事件设置), 0x8301.
 *
 * @param action code of a {@link ListAction}
 * @param events at most 255; where some are deleted, their ids alone count
 */
public record SetEventsCommand(int action, List<Event> events) implements PlatformMessage {
  public static final int ID = 0x8301;

  /** What the driver may report: its id, and the words on the display. */
  public record Event(int id, String content) {}

  public SetEventsCommand {
    events = List.copyOf(events);
    ListAction.requireCountable(events);
  }

  public static SetEventsCommand decode(BodyReader in, ProtocolVersion version) {
    int action = in.field("action").u8();
    int count = ListAction.readCount(in, version);
    boolean deletes = action == ListAction.DELETE_SOME.code();
    boolean idsAlone = deletes && in.remaining() == count;
    return new SetEventsCommand(
        action, in.list("events", count, event -> event(event, deletes, idsAlone)));
  }

  private static Event event(BodyReader in, boolean deletes, boolean idsAlone) {
    int id = in.field("id").u8();
    String content = idsAlone ? "" : CountedText.read(in, "content");
    // what is deleted is named by its id, whatever else stands there
    return new Event(id, deletes ? "" : content);
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    ListAction.write(
        action,
        events,
        out,
        version,
        event -> {
          out.u8(event.id());
          if (action != ListAction.DELETE_SOME.code()) {
            CountedText.write(event.content(), out);
          }
        });
  }
}
