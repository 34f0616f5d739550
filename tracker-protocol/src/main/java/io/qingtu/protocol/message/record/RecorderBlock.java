package io.qingtu.protocol.message.record;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.message.recorder.RecorderPacket;

/** The bytes of a recorder's packet at the end of a body. */
final class RecorderBlock {
  private RecorderBlock() {}

  /** What a recorder answers, or what it is set to. */
  static Bytes read(BodyReader in) {
    Bytes block = in.ahead().rest();
    if (in.isHeard() && RecorderPacket.find(block).isPresent()) {
      RecorderPacket.decode(in);
    }
    in.field("block").rest();
    return block;
  }

  /** What a recorder is asked for. */
  static Bytes readQuery(BodyReader in) {
    Bytes block = in.ahead().rest();
    if (in.isHeard() && RecorderPacket.findQuery(block).isPresent()) {
      RecorderPacket.decodeQuery(in);
    }
    in.field("block").rest();
    return block;
  }
}
