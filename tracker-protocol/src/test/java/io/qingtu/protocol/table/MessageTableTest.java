package io.qingtu.protocol.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.FieldLog;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.field.MalformedException.Reason;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.frame.TerminalPhone;
import io.qingtu.protocol.message.PlatformMessage;
import io.qingtu.protocol.message.TerminalMessage;
import io.qingtu.protocol.message.UnknownMessage;
import io.qingtu.protocol.message.general.PlatformGeneralReply;
import io.qingtu.protocol.message.general.RegistrationReply;
import io.qingtu.protocol.message.general.ReplyResult;
import io.qingtu.protocol.message.item.AdditionalItem;
import io.qingtu.protocol.message.location.LocationReport;
import io.qingtu.protocol.message.location.LocationVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold for every message of both tables. */
class MessageTableTest {
  /** The same in every run: to search for more is the fuzzer's part. */
  private static final long SEED = 20_261_116;

  private static final int RANDOM_BODIES = 40_000;

  static List<Vector> vectors() {
    return Vectors.all();
  }

  static List<MessageType> types() {
    return Stream.<MessageType>concat(
            Stream.of(TerminalMessageType.values()), Stream.of(PlatformMessageType.values()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void readsWhatTheStandardsTablesWrite(Vector vector) {
    assertEquals(vector.message(), decode(vector.frame(), vector, null));
    assertEquals(vector.frame().header().messageId(), vector.messageId());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void writesTheBytesThatItRead(Vector vector) {
    Frame written = vector.written(header(vector));
    BodyWriter body = new BodyWriter();
    encode(vector.message(), body, vector.protocolVersion());
    assertEquals(vector.frame().body(), body.toBytes());
    assertEquals(vector.frame().header().messageId(), written.header().messageId());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void everyByteOfABodyHasAName(Vector vector) {
    Names names = new Names();
    decode(vector.frame(), vector, names);
    assertEquals(List.of(), names.unnamed);
    assertEquals(vector.frame().body().length(), names.bytes, () -> "fields " + names.seen);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void aBodyCutAnywhereIsMalformedOrAMessageOfItsOwn(Vector vector) {
    Frame frame = vector.frame();
    for (int length = 0; length < frame.body().length(); length++) {
      Frame cut = new Frame(frame.header(), frame.body().slice(0, length));
      try {
        Object shorter = decode(cut, vector, null);
        BodyWriter rewritten = new BodyWriter();
        encode(shorter, rewritten, vector.protocolVersion());
        assertTrue(rewritten.length() <= frame.body().length(), () -> vector + ": " + shorter);
      } catch (MalformedException e) {
        assertEquals(Reason.MALFORMED, e.reason());
      }
    }
  }

  @Test
  void aLocationShorterThanItsBasicItemsIsMalformed() {
    for (Vector vector : Vectors.all()) {
      if (vector.message() instanceof LocationReport) {
        for (int length = 0; length < 28; length++) {
          Frame frame = vector.frame();
          Frame cut = new Frame(frame.header(), frame.body().slice(0, length));
          assertThrows(MalformedException.class, () -> TerminalMessageType.decode(cut));
        }
      }
    }
  }

  @Test
  void randomBodiesAreMessagesOrMalformedAndNothingElse() {
    Random random = new Random(SEED);
    List<MessageType> types = types();
    for (int i = 0; i < RANDOM_BODIES; i++) {
      MessageType type = types.get(random.nextInt(types.size()));
      ProtocolVersion version = ProtocolVersion.values()[random.nextInt(3)];
      byte[] body = new byte[random.nextInt(120)];
      random.nextBytes(body);
      Bytes bytes = Bytes.copyOf(body);
      TerminalPhone phone = TerminalPhone.of(Vector.PHONE, version);
      Frame frame = new Frame(Header.of(type.id(), version, phone, 0), bytes);
      try {
        Object message =
            type instanceof TerminalMessageType
                ? TerminalMessageType.decode(frame)
                : PlatformMessageType.decode(frame).orElseThrow();
        assertNotNull(message.toString());
      } catch (MalformedException e) {
        assertEquals(Reason.MALFORMED, e.reason());
      } catch (RuntimeException e) {
        throw new AssertionError(type + " " + version + " " + bytes, e);
      }
    }
  }

  @Test
  void everyTypeHasVectorsInEveryVersionThatHasIt() {
    Set<String> seen = Vectors.all().stream().map(Vector::toString).collect(Collectors.toSet());
    List<String> missing = new ArrayList<>();
    for (MessageType type : types()) {
      for (ProtocolVersion version : ProtocolVersion.values()) {
        String name = type.messageName() + " " + version;
        if (version.compareTo(type.since()) >= 0 && !seen.contains(name)) {
          missing.add(name);
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void theIdOfALineIsThatOfItsRecord() {
    for (Vector vector : Vectors.all()) {
      if (!(vector.message() instanceof UnknownMessage)) {
        MessageType type = type(vector);
        assertEquals(type.message(), vector.message().getClass());
      }
    }
  }

  @Test
  void theTablesAreInTheOrderOfTheirIds() {
    for (MessageType[] table :
        List.of(TerminalMessageType.values(), PlatformMessageType.values())) {
      for (int i = 1; i < table.length; i++) {
        assertTrue(table[i - 1].id() < table[i].id(), table[i].messageName());
      }
    }
  }

  @Test
  void refusesAnEncryptedBody() {
    Header plain = Vectors.all().get(0).frame().header();
    Header encrypted =
        new Header(
            plain.messageId(),
            plain.version(),
            plain.revision(),
            1,
            plain.phone(),
            plain.serialNumber(),
            plain.part());
    Frame frame = new Frame(encrypted, Vectors.all().get(0).frame().body());
    MalformedException e =
        assertThrows(MalformedException.class, () -> TerminalMessageType.decode(frame));
    assertEquals(Reason.ENCRYPTED, e.reason());
  }

  @Test
  void anIdOutsideTheTableIsAValue() {
    for (int id : new int[] {0, 0x0fff, 0x1fff, 0x8fff, 0xffff}) {
      BodyReader body = new BodyReader(Bytes.ofHex("0102"));
      assertEquals(
          new UnknownMessage(id, Bytes.ofHex("0102")),
          TerminalMessageType.decode(id, body, ProtocolVersion.V2013));
    }
  }

  @Test
  void everyKindOfItemHasAVector() {
    Set<Class<?>> kinds =
        LocationVectors.everyItem().stream().map(Object::getClass).collect(Collectors.toSet());
    assertEquals(Set.of(AdditionalItem.class.getPermittedSubclasses()), kinds);
  }

  @Test
  void aReplyGoesOutWithTheTerminalsHeader() {
    TerminalPhone phone = TerminalPhone.of(Vector.PHONE, ProtocolVersion.V2019);
    Header header = Header.of(0x0200, ProtocolVersion.V2019, phone, 513);
    Frame reply = PlatformGeneralReply.to(header, ReplyResult.BAD_MESSAGE).replyTo(header, 4);
    assertEquals(
        Header.of(0x8001, ProtocolVersion.V2019, phone, 4).reply(0x8001, 4), reply.header());
    assertEquals("0201020002", reply.body().hex());
    assertEquals(
        Optional.of(new PlatformGeneralReply(513, 0x0200, 2)), PlatformMessageType.decode(reply));
  }

  @Test
  void aRegistrationIsNotAcceptedWithoutACode() {
    assertEquals(new RegistrationReply(9, 0, "qt-1"), RegistrationReply.accepted(9, "qt-1"));
    assertThrows(IllegalArgumentException.class, () -> RegistrationReply.accepted(9, ""));
  }

  private static Header header(Vector vector) {
    return vector.frame().header();
  }

  private static MessageType type(Vector vector) {
    int id = vector.messageId();
    return vector.message() instanceof TerminalMessage
        ? TerminalMessageType.find(id).orElseThrow()
        : PlatformMessageType.find(id).orElseThrow();
  }

  /** Decodes under the version that the vector is written after, which a header may not tell. */
  private static Object decode(Frame frame, Vector vector, FieldLog log) {
    BodyReader body = new BodyReader(frame.body(), log);
    return vector.message() instanceof TerminalMessage
        ? TerminalMessageType.decode(frame.header().messageId(), body, vector.protocolVersion())
        : PlatformMessageType.decode(frame.header().messageId(), body, vector.protocolVersion())
            .orElseThrow();
  }

  private static void encode(Object message, BodyWriter out, ProtocolVersion version) {
    if (message instanceof TerminalMessage up) {
      up.encode(out, version);
    } else {
      ((PlatformMessage) message).encode(out, version);
    }
  }

  private static final class Names implements FieldLog {
    private final List<String> seen = new ArrayList<>();
    private final List<String> unnamed = new ArrayList<>();
    private int bytes;

    @Override
    public void field(String name, String unit, int offset, int length, Object value) {
      bytes += length;
      seen.add(name + "+" + length);
      if (name.isEmpty() && length > 0) {
        unnamed.add(length + " bytes at " + offset + ": " + value);
      }
    }

    @Override
    public void enter(String name, int index) {
      seen.add(name + "[" + index);
    }

    @Override
    public void leave() {
      seen.add("]");
    }
  }
}
