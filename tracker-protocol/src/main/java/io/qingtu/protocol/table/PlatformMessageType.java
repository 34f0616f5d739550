package io.qingtu.protocol.table;

import static io.qingtu.protocol.frame.ProtocolVersion.V2011;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.general.PlatformGeneralReply;
import io.qingtu.protocol.message.general.RegistrationReply;
import java.util.Optional;

/** Messages from platform to terminal, in the order of their ids. */
public enum PlatformMessageType implements MessageType {
  PLATFORM_GENERAL_REPLY(
      PlatformGeneralReply.ID,
      "平台通用应答",
      "JT/T 808-2013 8.2",
      V2011,
      PlatformGeneralReply.class,
      PlatformGeneralReply::decode),
  REGISTRATION_REPLY(
      RegistrationReply.ID,
      "终端注册应答",
      "JT/T 808-2013 8.6",
      V2011,
      RegistrationReply.class,
      RegistrationReply::decode);

  /** Reads a body; what it leaves unread is ignored. */
  @FunctionalInterface
  public interface Decoder {
    PlatformMessage decode(BodyReader in, ProtocolVersion version);
  }

  private static final MessageIds<PlatformMessageType> BY_ID = new MessageIds<>(values());

  private final int id;
  private final String title;
  private final String clause;
  private final ProtocolVersion since;
  private final Class<? extends PlatformMessage> message;
  private final Decoder decoder;

  PlatformMessageType(
      int id,
      String title,
      String clause,
      ProtocolVersion since,
      Class<? extends PlatformMessage> message,
      Decoder decoder) {
    this.id = id;
    this.title = title;
    this.clause = clause;
    this.since = since;
    this.message = message;
    this.decoder = decoder;
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String clause() {
    return clause;
  }

  @Override
  public ProtocolVersion since() {
    return since;
  }

  @Override
  public Class<? extends PlatformMessage> message() {
    return message;
  }

  public static Optional<PlatformMessageType> find(int messageId) {
    return Optional.ofNullable(BY_ID.get(messageId));
  }

  /**
   * Reads a platform's message, as terminals and tools do.
   *
   * @return empty if its id is not in the table
   * @throws MalformedException if the body is encrypted, too short or says what cannot be
   */
  public static Optional<PlatformMessage> decode(Frame frame) {
    if (find(frame.header().messageId()).isPresent()) {
      frame.header().requirePlain();
    }
    return decode(
        frame.header().messageId(), new BodyReader(frame.body()), frame.header().version());
  }

  /**
   * The message of a body.
   *
   * @return empty if its id is not in the table
   * @throws MalformedException if the body is too short or says what cannot be
   */
  public static Optional<PlatformMessage> decode(
      int messageId, BodyReader in, ProtocolVersion version) {
    PlatformMessageType type = BY_ID.get(messageId);
    return type == null ? Optional.empty() : Optional.of(type.decoder.decode(in, version));
  }
}
