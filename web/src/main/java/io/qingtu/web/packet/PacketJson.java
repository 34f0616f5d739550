package io.qingtu.web.packet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.message.UnknownMessage;
import io.qingtu.protocol.message.general.Authentication;
import io.qingtu.protocol.table.MessageType;
import io.qingtu.server.profile.TerminalProfile;
import java.util.Optional;

/** Packets as JSON objects. The names of the fields are a contract: scripts read them. */
final class PacketJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final RecordJson records;

  PacketJson(Optional<TerminalProfile> profile) {
    records = new RecordJson(new LocationJson(profile));
  }

  /** A packet and what it says, a message of either direction. */
  ObjectNode packet(Frame frame, Object message) {
    ObjectNode packet = packet(frame, message.getClass().getSimpleName());
    if (message instanceof UnknownMessage unknown) {
      return packet.put("body", unknown.body().hex());
    }
    RecordJson.layout(message).ifPresent(layout -> packet.put("version", layout.year()));
    packet.set("body", body(message));
    return packet;
  }

  /** One of several sub-packages while others are missing: its body cannot be read on its own. */
  ObjectNode subPackage(Frame frame) {
    String message =
        Tables.find(frame.header().messageId())
            .map(MessageType::messageName)
            .orElse(UnknownMessage.class.getSimpleName());
    return packet(frame, message).put("body", frame.body().hex());
  }

  /** A packet of which not even the header is known. */
  ObjectNode error(MalformedException e, String hex) {
    return NODES
        .objectNode()
        .put("ok", false)
        .put("error", e.reason().code())
        .put("detail", e.getMessage())
        .put("hex", hex);
  }

  /** A packet whose body is no good. */
  ObjectNode error(MalformedException e, String hex, Header header) {
    return error(e, hex)
        .put("messageId", id(header.messageId()))
        .put("phone", header.phone().digits())
        .put("serialNumber", header.serialNumber());
  }

  static String id(int messageId) {
    return String.format("0x%04x", messageId);
  }

  private static ObjectNode packet(Frame frame, String message) {
    Header header = frame.header();
    ObjectNode packet =
        NODES
            .objectNode()
            .put("ok", true)
            .put("messageId", id(header.messageId()))
            .put("message", message)
            .put("version", header.version().year())
            .put("phone", header.phone().digits())
            .put("serialNumber", header.serialNumber())
            .putNull("part");
    header
        .part()
        .ifPresent(
            part -> packet.putObject("part").put("total", part.total()).put("index", part.index()));
    if (!frame.deviations().isEmpty()) {
      frame.deviations().stream()
          .sorted()
          .forEach(deviation -> packet.withArray("deviations").add(deviation.name()));
    }
    return packet;
  }

  private ObjectNode body(Object message) {
    ObjectNode body = records.object(message);
    if (message instanceof Authentication authentication) {
      // a body before 2019 has neither of them
      removeEmpty(body, "imei", authentication.imei());
      removeEmpty(body, "softwareVersion", authentication.softwareVersion());
    }
    return body;
  }

  private static void removeEmpty(ObjectNode body, String name, String text) {
    if (text.isEmpty()) {
      body.remove(name);
    }
  }
}
