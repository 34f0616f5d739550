package io.qingtu.server.store;

import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.TerminalMessage;

/**
 * A message on file, to be decoded when somebody looks at it.
 *
 * @param version name of the layout that it is written in, as {@code V2013}
 */
public record StoredMessage(int messageId, String version, Bytes body) {
  public static StoredMessage of(TerminalMessage message, ProtocolVersion version) {
    BodyWriter body = new BodyWriter();
    message.encode(body, version);
    return new StoredMessage(message.messageId(), version.name(), body.toBytes());
  }

  public static StoredMessage of(PlatformMessage message, ProtocolVersion version) {
    BodyWriter body = new BodyWriter();
    message.encode(body, version);
    return new StoredMessage(message.messageId(), version.name(), body.toBytes());
  }
}
