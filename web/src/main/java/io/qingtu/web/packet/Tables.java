package io.qingtu.web.packet;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.table.MessageType;
import io.qingtu.protocol.table.PlatformMessageType;
import io.qingtu.protocol.table.TerminalMessageType;
import java.util.Optional;

/** The tables of both directions as one: no id stands in both. */
final class Tables {
  private Tables() {}

  /**
   * The message of a frame, in whichever direction it goes.
   *
   * @throws io.qingtu.protocol.field.MalformedException if the body is encrypted, too short or says
   *     what cannot be
   */
  static Object decode(Frame frame) {
    frame.header().requirePlain();
    Header header = frame.header();
    return decode(header.messageId(), new BodyReader(frame.body()), header.version());
  }

  /** The message of a body. */
  static Object decode(int messageId, BodyReader in, ProtocolVersion version) {
    return PlatformMessageType.find(messageId).isPresent()
        ? PlatformMessageType.decode(messageId, in, version).orElseThrow()
        : TerminalMessageType.decode(messageId, in, version);
  }

  static Optional<MessageType> find(int messageId) {
    Optional<MessageType> up = TerminalMessageType.find(messageId).map(MessageType.class::cast);
    return up.isPresent() ? up : PlatformMessageType.find(messageId).map(MessageType.class::cast);
  }
}
