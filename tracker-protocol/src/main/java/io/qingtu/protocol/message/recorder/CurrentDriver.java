package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;

/**
 * Who drives (当前驾驶人信息), command 0x01.
 *
 * @param licence number of the driving licence, up to 18 characters
 */
public record CurrentDriver(String licence) implements RecorderData {
  static CurrentDriver decode(BodyReader in) {
    return new CurrentDriver(in.field("licence").paddedText(RecorderPacket.LICENCE_BYTES));
  }

  @Override
  public void encode(BodyWriter out) {
    out.paddedText(licence, RecorderPacket.LICENCE_BYTES);
  }
}
