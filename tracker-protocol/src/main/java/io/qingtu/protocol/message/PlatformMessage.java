package io.qingtu.protocol.message;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.field.MalformedException.Reason;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.ProtocolVersion;
import java.util.Optional;

/** What the platform sends; each message encodes itself. */
public sealed interface PlatformMessage permits PlatformGeneralReply, RegistrationReply {

  /** The table of message ids, platform to terminal. */
  enum Type {
    PLATFORM_GENERAL_REPLY(0x8001, PlatformGeneralReply.class),
    REGISTRATION_REPLY(0x8100, RegistrationReply.class);

    private final int id;
    private final Class<? extends PlatformMessage> message;

    Type(int id, Class<? extends PlatformMessage> message) {
      this.id = id;
      this.message = message;
    }

    public int id() {
      return id;
    }

    /** The record of this type. */
    public Class<? extends PlatformMessage> message() {
      return message;
    }

    private PlatformMessage decode(BodyReader in) {
      return switch (this) {
        case PLATFORM_GENERAL_REPLY -> PlatformGeneralReply.decode(in);
        case REGISTRATION_REPLY -> RegistrationReply.decode(in);
      };
    }
  }

  /**
   * Reads a platform's message, as terminals and tools do.
   *
   * @return empty if its id is not in the table
   * @throws MalformedException if the body is encrypted or too short
   */
  static Optional<PlatformMessage> decode(Frame frame) {
    Header header = frame.header();
    for (Type type : Type.values()) {
      if (type.id == header.messageId()) {
        if (header.encrypted()) {
          throw new MalformedException(
              Reason.ENCRYPTED, "body attributes name encryption " + header.encryption());
        }
        return Optional.of(type.decode(new BodyReader(frame.body())));
      }
    }
    return Optional.empty();
  }

  int messageId();

  /** Writes the body. */
  void encode(BodyWriter out, ProtocolVersion version);

  /** This message as the reply to a terminal's, with the platform's own serial number. */
  default Frame replyTo(Header answered, int serialNumber) {
    return toFrame(answered.reply(messageId(), serialNumber));
  }

  /** This message under a header with its id. */
  default Frame toFrame(Header header) {
    BodyWriter body = new BodyWriter();
    encode(body, header.version());
    return new Frame(header, body.toBytes());
  }
}
