package io.qingtu.protocol.message.recorder;

import io.qingtu.protocol.field.BodyWriter;

/** One data block of a recorder's packet; written, it gives the bytes that it was read from. */
public interface RecorderData {
  void encode(BodyWriter out);
}
