package io.qingtu.web.packet;

import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.field.MalformedException.Reason;
import io.qingtu.protocol.frame.Deviation;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.PartAssembler;
import io.qingtu.protocol.message.transparent.CompressedMessage;
import io.qingtu.server.profile.TerminalProfile;
import io.qingtu.web.packet.PacketAnnotation.Message;
import io.qingtu.web.packet.PacketAnnotation.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Explains hexadecimal packets byte by byte, good or not. Sub-packages are joined across lines:
 * behind the last one to come stands the whole message. Not for concurrent use.
 */
public final class PacketAnnotator {
  private static final Message NOTHING = new Message("", "", "", "", "");

  private final Set<Deviation> overlooked;
  private final BodyAnnotator bodies;
  private final PartAssembler assembler = new PartAssembler(PacketDecoder.LIMITS);

  /**
   * @param strict whether what terminals do against the standard is an error
   * @param profile gives vendors' items their meaning
   */
  public PacketAnnotator(boolean strict, Optional<TerminalProfile> profile) {
    overlooked = strict ? Set.of() : Deviation.HARMLESS;
    bodies = new BodyAnnotator(profile);
  }

  /** Every packet of a line, in its order. */
  public List<PacketAnnotation> annotate(String line) {
    List<HexLine.Piece> pieces;
    try {
      pieces = HexLine.pieces(line);
    } catch (IllegalArgumentException e) {
      return List.of(nothing("no pairs of hex digits"));
    }
    List<PacketAnnotation> annotations = new ArrayList<>();
    for (HexLine.Piece piece : pieces) {
      FrameAnnotator frame = new FrameAnnotator(piece, overlooked, bodies);
      annotations.add(frame.annotate());
      frame.good().ifPresent(good -> follow(good, annotations));
    }
    return annotations.isEmpty() ? List.of(nothing("marks alone")) : annotations;
  }

  /** The message that a sub-package is the last missing one of, and one that is packed inside. */
  private void follow(Frame frame, List<PacketAnnotation> annotations) {
    Optional<Frame> whole = assembler.add(frame, Instant.EPOCH);
    if (whole.isPresent() && frame.header().part().isPresent()) {
      annotations.add(bodies.joined(whole.get()));
    }
    if (whole.isPresent() && whole.get().header().messageId() == CompressedMessage.ID) {
      try {
        CompressedMessage packed = (CompressedMessage) Tables.decode(whole.get());
        HexLine.Piece piece = PackedPacket.of(packed);
        annotations.add(new FrameAnnotator(piece, overlooked, bodies).annotate());
      } catch (MalformedException e) {
        annotations.add(nothing(e.getMessage()));
      }
    }
  }

  private static PacketAnnotation nothing(String why) {
    Problem problem = new Problem(Reason.FRAMING.code(), why, 0, 0);
    return new PacketAnnotation(
        false, false, NOTHING, "", List.of(), List.of(), List.of(), List.of(problem));
  }

  static Problem problem(MalformedException e, int from, int to) {
    return new Problem(e.reason().code(), e.getMessage(), from, to);
  }
}
