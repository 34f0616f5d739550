package io.qingtu.protocol.message;

import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.ProtocolVersion;

/**
 * What the platform sends. To add one: its record in the package of its family, its line in {@code
 * PlatformMessageType}, its vectors.
 */
public interface PlatformMessage {
  /** The general reply's, with room to spare. */
  int SHORT_BODY_BYTES = 16;

  int messageId();

  /** Writes the body; the inverse of decoding. */
  void encode(BodyWriter out, ProtocolVersion version);

  /** This message as the reply to a terminal's, with the platform's own serial number. */
  default Frame replyTo(Header answered, int serialNumber) {
    return toFrame(answered.reply(messageId(), serialNumber));
  }

  /** This message under a header with its id. */
  default Frame toFrame(Header header) {
    BodyWriter body = new BodyWriter(SHORT_BODY_BYTES);
    encode(body, header.version());
    return new Frame(header, body.toBytes());
  }
}
