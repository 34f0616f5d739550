package io.qingtu.protocol.message.safety;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;

/**
 * A file that a terminal sends, as 0x1211 and 0x1212 name it.
 *
 * @param name type, channel, alarm type, sequence and alarm number with {@code _} between, and an
 *     ending
 * @param type 0 picture, 1 sound, 2 video, 3 text, 4 other; T/GDRTA: 4 face picture, 5 other
 * @param size bytes
 */
public record AttachmentFile(String name, int type, long size) {
  static AttachmentFile decode(BodyReader in) {
    String name = name(in);
    return new AttachmentFile(name, in.field("type").u8(), in.field("size", "bytes").u32());
  }

  void encode(BodyWriter out) {
    name(out, name);
    out.u8(type).u32(size);
  }

  static String name(BodyReader in) {
    int length = in.field("nameLength", "bytes").u8();
    return in.field("name").text(length);
  }

  static void name(BodyWriter out, String name) {
    Bytes text = BodyWriter.encode(name);
    out.u8(text.length()).bytes(text);
  }
}
