package io.qingtu.protocol.message;

import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.frame.ProtocolVersion;

/** A message that the table does not know: a value, not an error. The answer is "unsupported". */
public record UnknownMessage(int messageId, Bytes body) implements TerminalMessage {
  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.bytes(body);
  }
}
