package io.qingtu.web.packet;

import io.netty.buffer.Unpooled;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.field.MalformedException.Reason;
import io.qingtu.protocol.frame.Deviation;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameCodec;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.web.packet.PacketAnnotation.Message;
import io.qingtu.web.packet.PacketAnnotation.Problem;
import io.qingtu.web.packet.PacketAnnotation.Reading;
import io.qingtu.web.packet.PacketAnnotation.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Explains one frame. The decoder of frames says whether it is good; what a bad one holds is read
 * all the same, as far as it goes, with each thing that is wrong at its place.
 */
final class FrameAnnotator {
  private static final int ATTRIBUTES_AT = 2;
  private static final int ATTRIBUTES_END = 4;
  private static final int PART_BYTES = 4;
  private static final int CHECKSUM_BYTES = 1;

  private final HexLine.Piece piece;
  private final BodyAnnotator bodies;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private final FrameBytes frame;
  private final Optional<Frame> good;
  private final AnnotationRows rows;
  private Message message = new Message("", "", "", "", "");

  FrameAnnotator(HexLine.Piece piece, Set<Deviation> overlooked, BodyAnnotator bodies) {
    this.piece = piece;
    this.bodies = bodies;
    FrameBytes bytes = FrameBytes.unescape(piece.bytes());
    Frame decoded = null;
    MalformedException wrong = null;
    try {
      decoded = FrameCodec.decode(Unpooled.wrappedBuffer(piece.bytes()), overlooked);
    } catch (MalformedException e) {
      wrong = e;
    }
    boolean checksumIsMark = decoded != null && bytes.xor(bytes.length()) != 0;
    frame = checksumIsMark ? bytes.withMark() : bytes;
    rows = new AnnotationRows(frame);
    if (!piece.marked() && (wrong != null || overlooked.isEmpty())) {
      decoded = null;
      wrong = PacketDecoder.outsideMarks(piece);
    }
    good = Optional.ofNullable(decoded);
    if (wrong != null) {
      problems.add(place(wrong));
    }
  }

  /** The frame, where it is one. */
  Optional<Frame> good() {
    return good;
  }

  PacketAnnotation annotate() {
    ProtocolVersion version =
        good.map(f -> f.header().version()).orElseGet(() -> HeaderFields.flagged(frame));
    int bodyEnd = Math.max(0, frame.length() - CHECKSUM_BYTES);
    try {
      Bytes headerAndBody = Bytes.wrap(frame.array(), 0, bodyEnd);
      HeaderFields header = HeaderFields.read(headerAndBody, version, rows);
      message = BodyAnnotator.message(header.messageId(), version);
      body(header, headerAndBody, version);
    } catch (MalformedException e) {
      // a header that is cut short; the decoder of frames has said so
    }
    rows.unread(bodyEnd);
    checksum(bodyEnd);
    problems.sort(Comparator.comparingInt(Problem::from));
    return new PacketAnnotation(
        problems.isEmpty(),
        false,
        message,
        frame.hex(0, frame.length()),
        rows.list(),
        readings,
        good.map(f -> f.deviations().stream().sorted().map(Enum::name).toList()).orElse(List.of()),
        problems);
  }

  private void body(HeaderFields header, Bytes headerAndBody, ProtocolVersion version) {
    int from = rows.end();
    Bytes body = headerAndBody.slice(from, headerAndBody.length() - from);
    if (body.length() != header.bodyLength() && !has(Reason.LENGTH)) {
      problem(
          Reason.LENGTH,
          "body declared as " + header.bodyLength() + " bytes, found " + body.length(),
          ATTRIBUTES_AT,
          ATTRIBUTES_END);
    }
    rows.begin(Section.BODY);
    if (header.encrypted()) {
      problem(Reason.ENCRYPTED, "the body is encrypted", ATTRIBUTES_AT, ATTRIBUTES_END);
    } else if (!header.subPackaged()) {
      BodyAnnotator.Body read = bodies.read(header.messageId(), body, version, rows);
      message = BodyAnnotator.message(header.messageId(), read.layout());
      readings.addAll(read.readings());
      read.problem().ifPresent(problems::add);
    }
  }

  private void checksum(int at) {
    if (frame.length() == 0) {
      return;
    }
    rows.begin(Section.CHECKSUM);
    int expected = frame.xor(at);
    rows.checksum(at, frame.array()[at] & 0xff, expected);
  }

  /** Where in the frame something stands that the decoder of frames stumbled over. */
  private Problem place(MalformedException e) {
    int length = frame.length();
    return switch (e.reason()) {
      case ESCAPE -> {
        int at = frame.badEscape().orElse(length - CHECKSUM_BYTES);
        yield PacketAnnotator.problem(e, at, Math.min(at + 2, length));
      }
      case CHECKSUM -> PacketAnnotator.problem(e, length - CHECKSUM_BYTES, length);
      case LENGTH, ENCRYPTED -> PacketAnnotator.problem(e, ATTRIBUTES_AT, ATTRIBUTES_END);
      case MALFORMED -> {
        int end = HeaderFields.flagged(frame).phoneBytes() == 6 ? 16 : 21;
        yield PacketAnnotator.problem(e, end - PART_BYTES, end);
      }
      case FRAMING -> PacketAnnotator.problem(e, piece.marked() ? length : 0, length);
    };
  }

  private boolean has(Reason reason) {
    return problems.stream().anyMatch(problem -> problem.error().equals(reason.code()));
  }

  private void problem(Reason reason, String detail, int from, int to) {
    problems.add(PacketAnnotator.problem(new MalformedException(reason, detail), from, to));
  }
}
