package io.qingtu.protocol.message;

import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;

/** A STRING that ends a body: in 2011 behind it stands 0x00, later nothing. */
public final class FinalText {
  private FinalText() {}

  public static void write(String text, BodyWriter out, ProtocolVersion version) {
    out.text(text);
    if (version == ProtocolVersion.V2011) {
      out.u8(0);
    }
  }
}
