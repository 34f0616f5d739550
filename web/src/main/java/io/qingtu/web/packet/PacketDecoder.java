package io.qingtu.web.packet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.Unpooled;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.field.MalformedException.Reason;
import io.qingtu.protocol.frame.Deviation;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameCodec;
import io.qingtu.protocol.frame.PartAssembler;
import io.qingtu.protocol.message.transparent.CompressedMessage;
import io.qingtu.server.profile.TerminalProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hexadecimal packets to JSON objects, one a packet, good or not. Sub-packages are joined across
 * lines: the last one to come shows the whole message. Not for concurrent use.
 */
public final class PacketDecoder {
  // files have no clock: parts wait as long as there is room
  static final PartAssembler.Limits LIMITS =
      new PartAssembler.Limits(256, 16 * 1024 * 1024, Duration.ofDays(1));

  private final Set<Deviation> overlooked;
  private final PacketJson json;
  private final PartAssembler assembler = new PartAssembler(LIMITS);

  /**
   * @param strict whether what terminals do against the standard is an error
   * @param profile gives vendors' bits their meaning
   */
  public PacketDecoder(boolean strict, Optional<TerminalProfile> profile) {
    overlooked = strict ? Set.of() : Deviation.HARMLESS;
    json = new PacketJson(profile);
  }

  /** Every packet of a line, in its order; nothing of the line is left out. */
  public List<ObjectNode> decode(String line) {
    List<HexLine.Piece> pieces;
    try {
      pieces = HexLine.pieces(line);
    } catch (IllegalArgumentException e) {
      return List.of(
          json.error(new MalformedException(Reason.FRAMING, "no pairs of hex digits"), line));
    }
    if (pieces.isEmpty()) {
      return List.of(json.error(new MalformedException(Reason.FRAMING, "marks alone"), line));
    }
    List<ObjectNode> packets = new ArrayList<>();
    for (HexLine.Piece piece : pieces) {
      packets.add(decode(piece));
    }
    return packets;
  }

  private ObjectNode decode(HexLine.Piece piece) {
    String hex = HexFormat.of().formatHex(piece.bytes());
    Frame frame;
    try {
      frame = FrameCodec.decode(Unpooled.wrappedBuffer(piece.bytes()), overlooked);
    } catch (MalformedException e) {
      return json.error(piece.marked() ? e : outsideMarks(piece), hex);
    }
    if (!piece.marked() && overlooked.isEmpty()) {
      return json.error(outsideMarks(piece), hex);
    }
    try {
      return decode(frame);
    } catch (MalformedException e) {
      return json.error(e, hex, frame.header());
    }
  }

  private ObjectNode decode(Frame frame) {
    Optional<Frame> whole = assembler.add(frame, Instant.EPOCH);
    if (whole.isEmpty()) {
      return json.subPackage(frame);
    }
    Object message = Tables.decode(whole.get());
    ObjectNode packet = json.packet(frame, message);
    if (message instanceof CompressedMessage packed) {
      packet.withObject("/body").set("message", unpack(packed));
    }
    return packet;
  }

  /** The message inside another; what is packed a second time stays so. */
  private ObjectNode unpack(CompressedMessage packed) {
    String hex = packed.packed().hex();
    try {
      byte[] inside = PackedPacket.of(packed).bytes();
      hex = HexFormat.of().formatHex(inside);
      Frame frame = FrameCodec.decode(Unpooled.wrappedBuffer(inside), overlooked);
      return frame.header().part().isPresent()
          ? json.subPackage(frame)
          : json.packet(frame, Tables.decode(frame));
    } catch (MalformedException e) {
      return json.error(e, hex);
    }
  }

  /** What lies there without being between marks. */
  static MalformedException outsideMarks(HexLine.Piece piece) {
    return new MalformedException(
        Reason.FRAMING, piece.bytes().length + " bytes that no two 0x7E marks enclose");
  }
}
