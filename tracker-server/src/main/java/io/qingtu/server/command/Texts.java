package io.qingtu.server.command;

import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import java.nio.charset.Charset;

/** Texts for the driver. */
final class Texts {
  /** GBK bytes that a terminal can take at most (JT/T 808, table of 0x8300). */
  static final int MOST_BYTES = 1024;

  private static final Charset GBK = Charset.forName("GB18030");

  private Texts() {}

  static PlatformMessage message(CommandArguments in, ProtocolVersion version) {
    String text = in.text("text");
    byte[] encoded = text.getBytes(GBK);
    if (encoded.length > MOST_BYTES) {
      throw in.wrong("text", encoded.length + " bytes of GBK: more than " + MOST_BYTES);
    }
    return new Raw(encoded);
  }

  private record Raw(byte[] text) implements PlatformMessage {
    @Override
    public int messageId() {
      return 0x8300;
    }

    @Override
    public void encode(BodyWriter out, ProtocolVersion version) {
      out.u8(0x0c);
      for (byte b : text) {
        out.u8(b);
      }
    }
  }
}
