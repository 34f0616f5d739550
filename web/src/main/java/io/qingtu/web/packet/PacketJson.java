package io.qingtu.web.packet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.UnknownMessage;
import io.qingtu.protocol.message.general.Authentication;
import io.qingtu.protocol.message.general.Heartbeat;
import io.qingtu.protocol.message.general.Logout;
import io.qingtu.protocol.message.general.PlatformGeneralReply;
import io.qingtu.protocol.message.general.RegistrationReply;
import io.qingtu.protocol.message.general.TerminalGeneralReply;
import io.qingtu.protocol.message.general.TerminalRegistration;
import io.qingtu.protocol.message.location.BatchLocationReport;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.message.transparent.TransparentData;
import io.qingtu.protocol.table.TerminalMessageType;
import io.qingtu.server.profile.TerminalProfile;
import java.util.Arrays;
import java.util.Optional;

/** Packets as JSON objects. The names of the fields are a contract: scripts read them. */
final class PacketJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final LocationJson locations;

  PacketJson(Optional<TerminalProfile> profile) {
    locations = new LocationJson(profile);
  }

  ObjectNode packet(Frame frame, TerminalMessage message) {
    ObjectNode packet = packet(frame, message.getClass().getSimpleName());
    if (message instanceof UnknownMessage unknown) {
      return packet.put("body", unknown.body().hex());
    }
    if (message instanceof TerminalRegistration registration) {
      packet.put("version", registration.layout().year());
    }
    ObjectNode body = body(message);
    packet.set("body", body);
    return packet;
  }

  ObjectNode packet(Frame frame, PlatformMessage message) {
    ObjectNode packet = packet(frame, message.getClass().getSimpleName());
    packet.set("body", body(message));
    return packet;
  }

  /** One of several sub-packages while others are missing: its body cannot be read on its own. */
  ObjectNode subPackage(Frame frame) {
    String message =
        Arrays.stream(TerminalMessageType.values())
            .filter(type -> type.id() == frame.header().messageId())
            .map(type -> type.message().getSimpleName())
            .findFirst()
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

  private ObjectNode body(TerminalMessage message) {
    ObjectNode body = NODES.objectNode();
    if (message instanceof LocationReport report) {
      locations.write(report, body);
    } else if (message instanceof BatchLocationReport batch) {
      batch(batch, body);
    } else if (message instanceof TerminalRegistration registration) {
      registration(registration, body);
    } else if (message instanceof Authentication authentication) {
      authentication(authentication, body);
    } else if (message instanceof TerminalGeneralReply reply) {
      reply(body, reply.replySerialNumber(), reply.replyMessageId(), reply.result());
    } else if (message instanceof TransparentData data) {
      body.put("type", String.format("0x%02x", data.type())).put("hex", data.content().hex());
    } else if (message instanceof Heartbeat heartbeat && !heartbeat.vendorBytes().isEmpty()) {
      body.put("hex", heartbeat.vendorBytes().hex());
    } else if (message instanceof Logout logout && !logout.vendorBytes().isEmpty()) {
      body.put("hex", logout.vendorBytes().hex());
    }
    return body;
  }

  private static ObjectNode body(PlatformMessage message) {
    ObjectNode body = NODES.objectNode();
    if (message instanceof PlatformGeneralReply reply) {
      reply(body, reply.replySerialNumber(), reply.replyMessageId(), reply.result());
    } else if (message instanceof RegistrationReply reply) {
      body.put("replySerialNumber", reply.replySerialNumber()).put("result", reply.result());
      body.put("authCode", reply.authCode());
    }
    return body;
  }

  private static void reply(ObjectNode body, int serialNumber, int messageId, int result) {
    body.put("replySerialNumber", serialNumber);
    body.put("replyMessageId", id(messageId)).put("result", result);
  }

  private void batch(BatchLocationReport batch, ObjectNode body) {
    body.put("type", batch.type());
    var reports = body.putArray("reports");
    batch.reports().forEach(report -> locations.write(report, reports.addObject()));
    if (!batch.trailing().isEmpty()) {
      body.put("trailing", batch.trailing().hex());
    }
  }

  private static void registration(TerminalRegistration registration, ObjectNode body) {
    body.put("province", registration.province());
    body.put("city", registration.city());
    body.put("manufacturer", registration.manufacturer());
    body.put("model", registration.model());
    body.put("terminalId", registration.terminalId());
    body.put("plateColor", registration.plateColor());
    body.put("plate", registration.plate());
  }

  private static void authentication(Authentication authentication, ObjectNode body) {
    body.put("authCode", authentication.authCode());
    if (!authentication.imei().isEmpty()) {
      body.put("imei", authentication.imei());
    }
    if (!authentication.softwareVersion().isEmpty()) {
      body.put("softwareVersion", authentication.softwareVersion());
    }
  }
}
