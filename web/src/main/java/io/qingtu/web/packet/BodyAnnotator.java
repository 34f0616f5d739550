package io.qingtu.web.packet;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.UnknownMessage;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.table.MessageType;
import io.qingtu.server.profile.TerminalProfile;
import io.qingtu.web.packet.PacketAnnotation.Message;
import io.qingtu.web.packet.PacketAnnotation.Problem;
import io.qingtu.web.packet.PacketAnnotation.Reading;
import io.qingtu.web.packet.PacketAnnotation.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains the bodies of messages. */
final class BodyAnnotator {
  /**
   * What a body turned out to be.
   *
   * @param layout the issue that it follows
   * @param problem why it could not be read to its end
   */
  record Body(ProtocolVersion layout, List<Reading> readings, Optional<Problem> problem) {}

  private final Optional<TerminalProfile> profile;

  BodyAnnotator(Optional<TerminalProfile> profile) {
    this.profile = profile;
  }

  /** A message that was joined from sub-packages; its offsets count the joined bodies. */
  PacketAnnotation joined(Frame whole) {
    FrameBytes bytes = FrameBytes.plain(whole.body().toArray());
    AnnotationRows rows = new AnnotationRows(bytes);
    rows.begin(Section.BODY);
    int messageId = whole.header().messageId();
    ProtocolVersion version = whole.header().version();
    Body body;
    try {
      whole.header().requirePlain();
      body = read(messageId, Bytes.wrap(bytes.array(), 0, bytes.length()), version, rows);
    } catch (MalformedException e) {
      Problem problem = PacketAnnotator.problem(e, 0, bytes.length());
      body = new Body(version, List.of(), Optional.of(problem));
    }
    rows.unread(bytes.length());
    List<Problem> problems = body.problem().map(List::of).orElse(List.of());
    return new PacketAnnotation(
        problems.isEmpty(),
        true,
        message(messageId, body.layout()),
        bytes.hex(0, bytes.length()),
        rows.list(),
        body.readings(),
        List.of(),
        problems);
  }

  /** Reads a body and tells the rows of its fields. */
  Body read(int messageId, Bytes body, ProtocolVersion version, AnnotationRows rows) {
    rows.begin(Section.BODY);
    int start = rows.end();
    try {
      Object message = Tables.decode(messageId, new BodyReader(body, rows), version);
      profile.ifPresent(known -> rows.name(known.vocabulary(), message));
      return new Body(
          RecordJson.layout(message).orElse(version), readings(message), Optional.empty());
    } catch (MalformedException e) {
      int at = Math.max(start, rows.end());
      return new Body(version, List.of(), Optional.of(PacketAnnotator.problem(e, at, at)));
    }
  }

  /** What the tables say of a message id. */
  static Message message(int messageId, ProtocolVersion version) {
    Optional<MessageType> type = Tables.find(messageId);
    return new Message(
        PacketJson.id(messageId),
        type.map(MessageType::messageName).orElse(UnknownMessage.class.getSimpleName()),
        type.map(MessageType::title).orElse(""),
        type.map(MessageType::clause).orElse(""),
        version.year());
  }

  private List<Reading> readings(Object message) {
    List<Reading> readings = new ArrayList<>();
    if (profile.isPresent() && message instanceof LocationReport report) {
      LocationJson.sensors(profile.get(), report)
          .properties()
          .forEach(state -> readings.add(new Reading(state.getKey(), state.getValue().asText())));
    }
    return readings;
  }
}
