package io.qingtu.web.packet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.UnknownMessage;
import io.qingtu.protocol.table.PlatformMessageType;
import io.qingtu.protocol.table.TerminalMessageType;
import io.qingtu.server.store.StoredMessage;
import java.util.Optional;

/** Messages on file as JSON objects: named and read where they can be, else in hexadecimal. */
public final class MessageJson {
  private static final int FROM_PLATFORM = 0x8000;
  private static final RecordJson RECORDS = new RecordJson(new LocationJson(Optional.empty()));

  private MessageJson() {}

  /** What a message says. */
  public static ObjectNode of(StoredMessage stored) {
    ProtocolVersion version = ProtocolVersion.valueOf(stored.version());
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("messageId", PacketJson.id(stored.messageId()))
            .put("version", version.year())
            .put("hex", stored.body().hex());
    Optional<?> message = read(stored, version);
    json.put("message", message.map(m -> m.getClass().getSimpleName()).orElse(null));
    json.set("body", message.map(RECORDS::object).orElse(null));
    return json;
  }

  private static Optional<?> read(StoredMessage stored, ProtocolVersion version) {
    BodyReader body = new BodyReader(stored.body());
    try {
      if (stored.messageId() >= FROM_PLATFORM) {
        return PlatformMessageType.decode(stored.messageId(), body, version);
      }
      return Optional.of(TerminalMessageType.decode(stored.messageId(), body, version))
          .filter(m -> !(m instanceof UnknownMessage));
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }
}
