package io.qingtu.protocol.frame;

import io.qingtu.protocol.field.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Cuts a message that is too long for one packet into sub-packages (分包). */
public final class PartSplitter {
  private PartSplitter() {}

  /**
   * The packets of a message, in their order.
   *
   * @param message of any length; its header has the serial number of the first packet, the others
   *     follow it
   * @return the message itself where it fits in one packet
   * @throws IllegalArgumentException if it takes more than 65535 packets
   */
  public static List<Frame> split(Frame message) {
    Bytes body = message.body();
    int most = Headers.MAX_BODY_BYTES;
    if (body.length() <= most) {
      return List.of(message);
    }
    int total = (body.length() + most - 1) / most;
    if (total > 0xffff) {
      throw new IllegalArgumentException(body.length() + " bytes are too many for one message");
    }
    List<Frame> parts = new ArrayList<>(total);
    for (int index = 1; index <= total; index++) {
      int from = (index - 1) * most;
      Bytes piece = body.slice(from, Math.min(most, body.length() - from));
      parts.add(new Frame(message.header().part(new Part(total, index)), piece));
    }
    return parts;
  }
}
