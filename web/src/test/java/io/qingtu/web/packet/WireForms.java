package io.qingtu.web.packet;

import io.netty.buffer.Unpooled;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameCodec;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.TerminalMessage;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Packets as they go over the wire: written again, answered, cut out of a stream. */
final class WireForms {
  private WireForms() {}

  /** The packet as we write the message that we read from it. */
  static String written(String packet) {
    byte[] bytes = HexFormat.of().parseHex(packet);
    Frame frame = FrameCodec.decode(Unpooled.wrappedBuffer(bytes, 1, bytes.length - 2));
    Object message = Tables.decode(frame);
    Frame again =
        message instanceof TerminalMessage up
            ? up.toFrame(frame.header())
            : ((PlatformMessage) message).toFrame(frame.header());
    return FrameCodec.encode(again).hex();
  }

  /** Whether a packet is a reply to another: the fields that both have are the same. */
  static boolean answers(String reply, String packet) {
    Map<String, String> said = fields(reply);
    Map<String, String> asked = fields(packet);
    int same = 0;
    for (Map.Entry<String, String> field : said.entrySet()) {
      String of =
          switch (field.getKey()) {
            case "replySerialNumber" -> "serialNumber";
            case "replyMessageId" -> "messageId";
            default -> field.getKey();
          };
      boolean tells = of.equals("name") || of.equals("mediaId") || !of.equals(field.getKey());
      if (tells && !field.getValue().equals(asked.get(of))) {
        return false;
      }
      same += tells ? 1 : 0;
    }
    return same > 0;
  }

  private static Map<String, String> fields(String packet) {
    Map<String, String> fields = new TreeMap<>();
    new PacketAnnotator(false, Optional.empty())
        .annotate(packet)
        .get(0)
        .rows()
        .forEach(row -> fields.putIfAbsent(row.path(), row.hex()));
    return fields;
  }

  /** What stands between two marks, with them; noise is among it, which no checksum holds for. */
  static List<String> marked(String stream) {
    return HexLine.pieces(stream).stream()
        .filter(HexLine.Piece::marked)
        .map(piece -> "7e" + HexFormat.of().formatHex(piece.bytes()) + "7e")
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
