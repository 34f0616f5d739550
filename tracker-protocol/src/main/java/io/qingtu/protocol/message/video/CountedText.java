package io.qingtu.protocol.message.video;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;

/** A text behind a BYTE that counts its bytes. */
final class CountedText {
  private static final int MAX_BYTES = 0xff;

  private CountedText() {}

  static String read(BodyReader in, String name) {
    int length = in.field(name + "Length", "bytes").u8();
    return in.field(name).text(length);
  }

  static void write(String text, BodyWriter out) {
    Bytes bytes = BodyWriter.encode(text);
    if (bytes.length() > MAX_BYTES) {
      throw new IllegalArgumentException(
          "'" + text + "' takes " + bytes.length() + " bytes, at most 255 fit");
    }
    out.u8(bytes.length()).bytes(bytes);
  }
}
