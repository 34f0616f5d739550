package io.qingtu.protocol.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.BodyWriter;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.field.MalformedException.Reason;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameCodec;
import io.qingtu.protocol.frame.Header;
import io.qingtu.protocol.frame.ProtocolVersion;
import io.qingtu.protocol.frame.TerminalPhone;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TerminalMessageTest {
  private static final int RANDOM_BODIES = 20_000;

  static List<Vector> vectors() {
    return Vector.all();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void readsWhatTheStandardsTablesWrite(Vector vector) {
    TerminalMessage message = TerminalMessage.decode(vector.frame());
    assertEquals(vector.message(), message);
    assertEquals(vector.frame().header().messageId(), message.messageId());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void writesTheBytesThatItRead(Vector vector) {
    Frame written = vector.message().toFrame(vector.frame().header());
    assertEquals(Bytes.copyOf(vector.packet()), FrameCodec.encode(written));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void aBodyCutAnywhereIsMalformedOrAShorterMessage(Vector vector) {
    Frame frame = vector.frame();
    for (int length = 0; length < frame.body().length(); length++) {
      Bytes cut = frame.body().slice(0, length);
      Optional<TerminalMessage> shorter = decodeIfWellFormed(frame.header(), cut);
      if (shorter.isPresent()) {
        BodyWriter rewritten = new BodyWriter();
        shorter.get().encode(rewritten, frame.header().version());
        assertTrue(
            mayBeShorter(vector.message(), cut, rewritten.toBytes()),
            () -> vector + " cut to " + cut + " became " + shorter.get());
      }
    }
  }

  /**
   * What may follow from a cut: the basic items of a location and whole items or raw bytes behind
   * them; of a batch a report less; shorter text at the end of a registration or authentication;
   * fewer raw bytes. A registration may also fall to the lengths of an earlier version.
   */
  private static boolean mayBeShorter(TerminalMessage whole, Bytes cut, Bytes rewritten) {
    if (whole instanceof TerminalRegistration) {
      return cut.length() >= 25;
    }
    if (whole instanceof Authentication) {
      return true;
    }
    if (whole instanceof BatchLocationReport) {
      // the count follows the reports
      return rewritten.slice(2, rewritten.length() - 2).equals(cut.slice(2, cut.length() - 2));
    }
    return rewritten.equals(cut);
  }

  @Test
  void aLocationShorterThanItsBasicItemsIsMalformed() {
    for (Vector vector : Vector.all()) {
      if (vector.message() instanceof LocationReport) {
        for (int length = 0; length < 28; length++) {
          Frame frame = vector.frame();
          Bytes cut = frame.body().slice(0, length);
          assertEquals(Optional.empty(), decodeIfWellFormed(frame.header(), cut));
        }
      }
    }
  }

  @Test
  void randomBodiesAreMessagesOrMalformedAndNothingElse() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < RANDOM_BODIES; i++) {
      TerminalMessage.Type type =
          TerminalMessage.Type.values()[random.nextInt(TerminalMessage.Type.values().length)];
      ProtocolVersion version = ProtocolVersion.values()[random.nextInt(3)];
      byte[] body = new byte[random.nextInt(120)];
      random.nextBytes(body);
      Bytes bytes = Bytes.copyOf(body);
      try {
        TerminalMessage message = TerminalMessage.decode(type.id(), new BodyReader(bytes), version);
        assertNotNull(message.toString());
      } catch (MalformedException e) {
        assertEquals(Reason.MALFORMED, e.reason());
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + type + " " + version + " " + bytes, e);
      }
    }
  }

  @Test
  void theTableOfTypesIsTheListOfMessages() {
    Set<Class<?>> permitted = new HashSet<>(Arrays.asList(permitted(TerminalMessage.class)));
    Set<Class<?>> types =
        Arrays.stream(TerminalMessage.Type.values())
            .map(TerminalMessage.Type::message)
            .collect(Collectors.toCollection(HashSet::new));
    types.add(UnknownMessage.class);
    assertEquals(permitted, types);
  }

  @Test
  void everyTypeHasVectorsInEveryVersion() {
    Set<String> seen = Vector.all().stream().map(Vector::toString).collect(Collectors.toSet());
    for (Class<?> message : permitted(TerminalMessage.class)) {
      for (ProtocolVersion version : ProtocolVersion.values()) {
        String name = message.getSimpleName() + " " + version;
        assertTrue(seen.contains(name), "no vector: " + name);
      }
    }
  }

  @Test
  void refusesAnEncryptedBody() {
    Header plain = Vector.all().get(0).frame().header();
    Header encrypted =
        new Header(
            plain.messageId(),
            plain.version(),
            plain.revision(),
            1,
            plain.phone(),
            plain.serialNumber(),
            plain.part());
    Frame frame = new Frame(encrypted, Vector.all().get(0).frame().body());
    MalformedException e =
        assertThrows(MalformedException.class, () -> TerminalMessage.decode(frame));
    assertEquals(Reason.ENCRYPTED, e.reason());
  }

  @Test
  void anIdOutsideTheTableIsAValue() {
    for (int id : new int[] {0, 0x0fff, 0x1000, 0x8001, 0xffff}) {
      BodyReader body = new BodyReader(Bytes.ofHex("0102"));
      assertEquals(
          new UnknownMessage(id, Bytes.ofHex("0102")),
          TerminalMessage.decode(id, body, ProtocolVersion.V2013));
    }
  }

  @Test
  void everyKindOfItemHasAVector() {
    Set<Class<?>> kinds =
        Vector.everyItem().stream().map(Object::getClass).collect(Collectors.toSet());
    assertEquals(Set.of(permitted(AdditionalItem.class)), kinds);
  }

  @Test
  void aReplyGoesOutWithTheTerminalsHeader() {
    TerminalPhone phone = TerminalPhone.of("13800000001", ProtocolVersion.V2019);
    Header header = Header.of(0x0200, ProtocolVersion.V2019, phone, 513);
    Frame reply = PlatformGeneralReply.to(header, ReplyResult.BAD_MESSAGE).replyTo(header, 4);
    assertEquals(
        Header.of(0x8001, ProtocolVersion.V2019, phone, 4).reply(0x8001, 4), reply.header());
    assertEquals("0201020002", reply.body().hex());
    assertEquals(
        Optional.of(new PlatformGeneralReply(513, 0x0200, 2)), PlatformMessage.decode(reply));
  }

  @Test
  void aRegistrationIsAcceptedWithACodeAndRefusedWithout() {
    Header header = Vector.all().get(0).frame().header();
    Frame accepted = RegistrationReply.accepted(9, "qt-1").replyTo(header, 0);
    assertEquals("0009" + "00" + "71742d31", accepted.body().hex());
    assertEquals(
        Optional.of(new RegistrationReply(9, 0, "qt-1")), PlatformMessage.decode(accepted));
    Frame refused =
        RegistrationReply.refused(9, RegistrationResult.NO_SUCH_VEHICLE).replyTo(header, 0);
    assertEquals("0009" + "02", refused.body().hex());
    assertThrows(IllegalArgumentException.class, () -> RegistrationReply.accepted(9, ""));
  }

  @Test
  void theTableOfPlatformTypesIsTheListOfMessages() {
    Set<Class<?>> types =
        Arrays.stream(PlatformMessage.Type.values())
            .map(PlatformMessage.Type::message)
            .collect(Collectors.toSet());
    assertEquals(Set.of(permitted(PlatformMessage.class)), types);
  }

  private static Class<?>[] permitted(Class<?> sealed) {
    return sealed.getPermittedSubclasses();
  }

  private static Optional<TerminalMessage> decodeIfWellFormed(Header header, Bytes body) {
    try {
      return Optional.of(TerminalMessage.decode(new Frame(header, body)));
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }
}
