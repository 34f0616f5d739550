package io.qingtu.protocol.message;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.frame.ProtocolVersion;

/**
 * The second count that messages of 2011 have behind the first: of the items in this packet, where
 * the first counts those of all. Here one message has all that it counts.
 */
public final class PacketCount {
  private PacketCount() {}

  /**
   * Reads it where the version has it.
   *
   * @param total the first count
   * @return how many items follow
   */
  public static int read(int total, BodyReader in, ProtocolVersion version) {
    return version == ProtocolVersion.V2011 ? in.field("packetCount").u8() : total;
  }

  /**
   * Writes it where the version has it.
   *
   * @throws IllegalArgumentException if a BYTE cannot count the items
   */
  public static void write(int count, BodyWriter out, ProtocolVersion version) {
    if (version == ProtocolVersion.V2011) {
      out.u8(count);
    }
  }
}
