package io.qingtu.web.packet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Bodies of compressed data, 0x0901. */
final class CompressedBody {
  private CompressedBody() {}

  /** A length and the packed message. */
  static byte[] of(byte[] message) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ByteBuffer.allocate(4 + packed.size())
        .putInt(packed.size())
        .put(packed.toByteArray())
        .array();
  }
}
