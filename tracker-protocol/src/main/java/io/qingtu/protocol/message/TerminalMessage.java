package io.qingtu.protocol.message;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.field.MalformedException.Reason;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.ProtocolVersion;

/**
 * What a terminal sends. To add one: its record, its name in {@code permits}, its line in {@link
 * Type}.
 */
public sealed interface TerminalMessage
    permits TerminalGeneralReply,
        Heartbeat,
        Logout,
        TerminalRegistration,
        Authentication,
        LocationReport,
        BatchLocationReport,
        TransparentData,
        UnknownMessage {

  /** The table of message ids (消息 ID), terminal to platform. */
  enum Type {
    TERMINAL_GENERAL_REPLY(0x0001, TerminalGeneralReply.class, TerminalGeneralReply::decode),
    HEARTBEAT(0x0002, Heartbeat.class, Heartbeat::decode),
    LOGOUT(0x0003, Logout.class, Logout::decode),
    TERMINAL_REGISTRATION(0x0100, TerminalRegistration.class, TerminalRegistration::decode),
    AUTHENTICATION(0x0102, Authentication.class, Authentication::decode),
    LOCATION_REPORT(0x0200, LocationReport.class, LocationReport::decode),
    BATCH_LOCATION_REPORT(0x0704, BatchLocationReport.class, BatchLocationReport::decode),
    TRANSPARENT_DATA(0x0900, TransparentData.class, TransparentData::decode);

    private static final Type[] BY_ID = new Type[0x1000];

    static {
      for (Type type : values()) {
        BY_ID[type.id] = type;
      }
    }

    private final int id;
    private final Class<? extends TerminalMessage> message;
    private final Decoder decoder;

    Type(int id, Class<? extends TerminalMessage> message, Decoder decoder) {
      this.id = id;
      this.message = message;
      this.decoder = decoder;
    }

    public int id() {
      return id;
    }

    /** The record of this type. */
    public Class<? extends TerminalMessage> message() {
      return message;
    }
  }

  /** Reads a body; what it leaves unread is ignored. */
  @FunctionalInterface
  interface Decoder {
    TerminalMessage decode(BodyReader in, ProtocolVersion version);
  }

  /**
   * The message of a frame; {@link UnknownMessage} if its id is not in the table.
   *
   * @param frame a whole message, not one of several sub-packages
   * @throws MalformedException if the body is encrypted, too short or says what cannot be
   */
  static TerminalMessage decode(Frame frame) {
    Header header = frame.header();
    if (header.encrypted()) {
      throw new MalformedException(
          Reason.ENCRYPTED, "body attributes name encryption " + header.encryption());
    }
    return decode(header.messageId(), new BodyReader(frame.body()), header.version());
  }

  /**
   * The message of a body.
   *
   * @throws MalformedException if the body is too short or says what cannot be
   */
  static TerminalMessage decode(int messageId, BodyReader in, ProtocolVersion version) {
    Type type = messageId < Type.BY_ID.length ? Type.BY_ID[messageId] : null;
    return type == null
        ? new UnknownMessage(messageId, in.rest())
        : type.decoder.decode(in, version);
  }

  int messageId();

  /** Writes the body; the inverse of decoding. */
  void encode(BodyWriter out, ProtocolVersion version);

  /**
   * This message under a header.
   *
   * @param header with this message's id
   */
  default Frame toFrame(Header header) {
    BodyWriter body = new BodyWriter();
    encode(body, header.version());
    return new Frame(header, body.toBytes());
  }
}
