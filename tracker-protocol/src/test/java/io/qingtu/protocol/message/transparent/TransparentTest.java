package io.qingtu.protocol.message.transparent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.protocol.field.BodyReader;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.ProtocolVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Contents of transparent data and of packed messages. */
class TransparentTest {
  private static TransparentData data(int type, String hex) {
    return new TransparentData(type, Bytes.ofHex(hex.replace(" ", "")));
  }

  @Test
  void statesOfPeripheralsAreRead() {
    assertEquals(
        Optional.of(List.of(new PeripheralState(0x64, 1, 0), new PeripheralState(0x65, 4, 0x0c01))),
        data(0xf7, TransparentVectors.STATES).peripheralStates());
    assertEquals(Optional.of(List.of()), data(0xf7, "00").peripheralStates());
  }

  @Test
  void descriptionsOfPeripheralsAreRead() {
    assertEquals(
        Optional.of(List.of(new PeripheralDescription(0x64, "QT", "A1", "H1", "SV1", "D1", ""))),
        data(0xf8, TransparentVectors.DESCRIPTION).peripheralDescriptions());
  }

  @Test
  void contentsOfAnotherTypeOrShapeAreNone() {
    assertEquals(Optional.empty(), data(0xf8, TransparentVectors.STATES).peripheralStates());
    assertEquals(Optional.empty(), data(0xf6, TransparentVectors.STATES).peripheralStates());
    for (String shape :
        List.of("", "01", "0164", "016405", "01640501000000", "0164040100000000", "0000")) {
      assertEquals(Optional.empty(), data(0xf7, shape).peripheralStates(), shape);
      assertEquals(Optional.empty(), data(0xf8, shape).peripheralDescriptions(), shape);
    }
  }

  @Test
  void lengthsInFrontOfTheContentTell2011() {
    assertEquals(OptionalLong.of(2), decode("41" + "00000002" + "0002" + "7e01").total());
    for (String content :
        List.of("00000002" + "0003" + "7e01", "00000001" + "0002" + "7e01", "00000000")) {
      TransparentData data = decode("41" + content);
      assertEquals(OptionalLong.empty(), data.total());
      assertEquals(content, data.content().hex());
    }
    TransparentData of2019 =
        TransparentData.decode(
            new BodyReader(Bytes.ofHex("41" + "00000002" + "0002" + "7e01")),
            ProtocolVersion.V2019);
    assertEquals(OptionalLong.empty(), of2019.total());
  }

  private static TransparentData decode(String hex) {
    return TransparentData.decode(new BodyReader(Bytes.ofHex(hex)), ProtocolVersion.V2013);
  }

  @Test
  void aPackedMessageIsUnpacked() {
    byte[] message = "0002000001380000000100ff".repeat(9).getBytes();
    assertEquals(Bytes.copyOf(message), packed(message).unpack());
    assertEquals(Bytes.EMPTY, packed(new byte[0]).unpack());
  }

  @Test
  void unpackingEndsAtItsLimit() {
    int limit = CompressedMessage.MAX_UNPACKED_BYTES;
    assertEquals(limit, packed(new byte[limit]).unpack().length());
    CompressedMessage bomb = packed(new byte[limit + 1]);
    MalformedException e = assertThrows(MalformedException.class, bomb::unpack);
    assertTrue(e.getMessage().contains("more than 1048576 bytes"), e.getMessage());
    assertThrows(MalformedException.class, packed(new byte[50 * limit])::unpack);
  }

  @Test
  void whatIsNoGzipOrIsCutIsMalformed() {
    Bytes whole = packed(new byte[100]).packed();
    for (int length = 0; length < whole.length(); length++) {
      CompressedMessage cut = new CompressedMessage(length, whole.slice(0, length));
      assertThrows(MalformedException.class, cut::unpack);
    }
    CompressedMessage noise = new CompressedMessage(4, Bytes.ofHex("01020304"));
    MalformedException e = assertThrows(MalformedException.class, noise::unpack);
    assertTrue(e.getMessage().startsWith("gzip of 4 bytes"), e.getMessage());
  }

  private static CompressedMessage packed(byte[] message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Bytes bytes = Bytes.copyOf(out.toByteArray());
    return new CompressedMessage(bytes.length(), bytes);
  }
}
