package io.qingtu.web.packet;

import io.qingtu.protocol.table.MessageType;
import io.qingtu.protocol.table.PlatformMessageType;
import io.qingtu.protocol.table.TerminalMessageType;
import java.util.Optional;

/** The tables of both directions as one: no id stands in both. */
final class Tables {
  private Tables() {}

  static Optional<MessageType> find(int messageId) {
    Optional<MessageType> up = TerminalMessageType.find(messageId).map(MessageType.class::cast);
    return up.isPresent() ? up : PlatformMessageType.find(messageId).map(MessageType.class::cast);
  }
}
