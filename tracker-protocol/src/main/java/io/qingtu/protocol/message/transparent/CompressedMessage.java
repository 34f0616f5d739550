package io.qingtu.protocol.message.transparent;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.field.MalformedException.Reason;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.TerminalMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/**
 * A message packed with GZIP (数据压缩上报), 0x0901.
 *
 * @param length of the packed bytes, as the terminal says it
 * @param packed everything behind the length
 */
public record CompressedMessage(long length, Bytes packed) implements TerminalMessage {
  public static final int ID = 0x0901;

  /** More does not come out: a few packed bytes could fill any memory. */
  public static final int MAX_UNPACKED_BYTES = 1024 * 1024;

  public static CompressedMessage decode(BodyReader in, ProtocolVersion version) {
    return new CompressedMessage(in.field("length", "bytes").u32(), in.field("packed").rest());
  }

  /**
   * The message that was packed.
   *
   * @throws MalformedException if it is not GZIP, is cut, or is longer than {@link
   *     #MAX_UNPACKED_BYTES}
   */
  public Bytes unpack() {
    byte[] gzip = packed.toArray();
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      byte[] unpacked = in.readNBytes(MAX_UNPACKED_BYTES + 1);
      if (unpacked.length > MAX_UNPACKED_BYTES) {
        throw malformed("more than " + MAX_UNPACKED_BYTES + " bytes");
      }
      return Bytes.wrap(unpacked, 0, unpacked.length);
    } catch (IOException e) {
      throw malformed(e.getMessage() == null ? "cut short" : e.getMessage());
    }
  }

  private MalformedException malformed(String what) {
    return new MalformedException(
        Reason.MALFORMED, "gzip of " + packed.length() + " bytes: " + what);
  }

  @Override
  public int messageId() {
    return ID;
  }

  @Override
  public void encode(BodyWriter out, ProtocolVersion version) {
    out.u32(length).bytes(packed);
  }
}
