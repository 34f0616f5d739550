package io.qingtu.protocol.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.FieldLog;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.message.Envelope;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.general.TerminalRegistration;
import io.qingtu.protocol.message.record.DriverIdentity;
import io.qingtu.protocol.message.safety.AlarmAttachments;
import io.qingtu.protocol.table.MessageType;
import io.qingtu.protocol.table.PlatformMessageType;
import io.qingtu.protocol.table.TerminalMessageType;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two bytes message id, one the version, then a body: a message that says the same when it is
 * written and read again, or malformed and nothing else. An id outside the tables stands for one in
 * them.
 */
public final class BodyTarget {
  private static final int HEAD_BYTES = 3;
  private static final MessageType[] TYPES =
      Stream.<MessageType>concat(
              Stream.of(TerminalMessageType.values()), Stream.of(PlatformMessageType.values()))
          .toArray(MessageType[]::new);

  private BodyTarget() {}

  /** Loads what is loaded once, so that no input is charged with it. */
  public static void fuzzerInitialize() {
    Seeds.bodies().forEach(BodyTarget::fuzzerTestOneInput);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length < HEAD_BYTES) {
      return;
    }
    int id = (input[0] & 0xff) << 8 | input[1] & 0xff;
    boolean known =
        TerminalMessageType.find(id).isPresent() || PlatformMessageType.find(id).isPresent();
    int messageId = known ? id : TYPES[id % TYPES.length].id();
    ProtocolVersion version = ProtocolVersion.values()[(input[2] & 0xff) % 3];
    Bytes body = Bytes.copyOf(input).slice(HEAD_BYTES, input.length - HEAD_BYTES);
    Object message;
    try {
      message = decode(messageId, body, version, null);
    } catch (MalformedException e) {
      return;
    }
    assertNotNull(message.toString());
    assertEquals(message, decode(messageId, body, version, new Listening()));
    if (message instanceof Envelope envelope) {
      assertNotNull(envelope.inside());
    }
    Bytes written = encode(message, version);
    if (looksLikeAState(message, written)) {
      return;
    }
    Object again = decode(messageId, written, version, null);
    if (isGuessed(message, again)) {
      return;
    }
    assertEquals(message, again, () -> "written as " + written);
    assertEquals(message.hashCode(), again.hashCode());
    assertEquals(written, encode(again, version));
  }

  /**
   * A registration does not say its layout, nor does a list of attachments or a driver whose time
   * is none. It is told from likely lengths: written without leading blanks and with one byte for
   * what was no character, the bytes may look like another.
   */
  private static boolean isGuessed(Object message, Object again) {
    boolean registrations =
        message instanceof TerminalRegistration first
            && again instanceof TerminalRegistration second
            && first.layout() != second.layout();
    boolean drivers =
        message instanceof DriverIdentity first
            && again instanceof DriverIdentity second
            && first.state().isPresent() != second.state().isPresent();
    boolean lists =
        message instanceof AlarmAttachments first
            && again instanceof AlarmAttachments second
            && (first.terminalId().length() != second.terminalId().length()
                || first.alarmId().terminalId().length() != second.alarmId().terminalId().length());
    return registrations || drivers || lists;
  }

  /**
   * A driver of 2011 begins with the length of the name, one of 2013 with a state of 1 or 2: a name
   * of one or two bytes, which nobody has, may be taken for the other when it is read again.
   */
  private static boolean looksLikeAState(Object message, Bytes written) {
    return message instanceof DriverIdentity driver
        && driver.state().isEmpty()
        && !written.isEmpty()
        && (written.at(0) == 1 || written.at(0) == 2);
  }

  private static Object decode(int id, Bytes body, ProtocolVersion version, FieldLog log) {
    BodyReader in = new BodyReader(body, log);
    Optional<PlatformMessage> down = PlatformMessageType.decode(id, in, version);
    return down.isPresent() ? down.get() : TerminalMessageType.decode(id, in, version);
  }

  private static Bytes encode(Object message, ProtocolVersion version) {
    BodyWriter out = new BodyWriter();
    if (message instanceof TerminalMessage up) {
      up.encode(out, version);
    } else {
      ((PlatformMessage) message).encode(out, version);
    }
    return out.toBytes();
  }

  /** Makes the reader take the ways that it takes for people who look into packets. */
  private static final class Listening implements FieldLog {
    private int depth;

    @Override
    public void field(String name, String unit, int offset, int length, Object value) {
      assertNotNull(value.toString());
    }

    @Override
    public void enter(String name, int index) {
      depth++;
    }

    @Override
    public void leave() {
      depth--;
      assertEquals(Math.max(depth, 0), depth, "left what was not entered");
    }
  }
}
