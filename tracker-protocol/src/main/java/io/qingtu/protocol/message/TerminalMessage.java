package io.qingtu.protocol.message;

import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.ProtocolVersion;

/**
 * What a terminal sends. To add one: its record in the package of its family, its line in {@code
 * TerminalMessageType}, its vectors.
 */
public interface TerminalMessage {
  int messageId();

  /** Writes the body; the inverse of decoding. */
  void encode(BodyWriter out, ProtocolVersion version);

  /**
   * This message under a header.
   *
   * @param header with this message's id
   */
  default Frame toFrame(Header header) {
    BodyWriter body = new BodyWriter();
    encode(body, header.version());
    return new Frame(header, body.toBytes());
  }
}
