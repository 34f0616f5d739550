package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;

/**
 * Edition of the standard that the recorder was made after (执行标准版本年号), command 0x00.
 *
 * @param year last two digits of the year, 12 for 2012, in one byte
 * @param amendment number of the amendment, 0 if there is none
 */
public record StandardEdition(Bytes year, int amendment) implements RecorderData {
  static StandardEdition decode(BodyReader in) {
    return new StandardEdition(in.field("year").bytes(1), in.field("amendment").u8());
  }

  @Override
  public void encode(BodyWriter out) {
    out.bytes(year).u8(amendment);
  }
}
