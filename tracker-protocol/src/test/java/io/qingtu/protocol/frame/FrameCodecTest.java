package io.qingtu.protocol.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.PacketBuilder.Version;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.field.MalformedException.Reason;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrameCodecTest {
  private static final String PHONE = "13800000001";

  private static PacketBuilder v2013() {
    return new PacketBuilder(Version.V2013, PHONE);
  }

  private static PacketBuilder v2019() {
    return new PacketBuilder(Version.V2019, PHONE);
  }

  /** What lies between the marks. */
  private static ByteBuf between(byte[] packet) {
    return Unpooled.wrappedBuffer(packet, 1, packet.length - 2);
  }

  private static ByteBuf between(String hex) {
    return Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex));
  }

  private static Reason refusal(ByteBuf between) {
    return assertThrows(MalformedException.class, () -> FrameCodec.decode(between)).reason();
  }

  @Test
  void readsTheHeaderOf2013() {
    Frame frame = FrameCodec.decode(between(v2013().serial(7).packet(0x0900, (byte) 9)));
    TerminalPhone phone = TerminalPhone.of(PHONE, ProtocolVersion.V2013);
    assertEquals(
        new Frame(Header.of(0x0900, ProtocolVersion.V2013, phone, 7), Bytes.copyOf((byte) 9)),
        frame);
  }

  @Test
  void readsTheHeaderOf2019() {
    Frame frame = FrameCodec.decode(between(v2019().serial(65535).packet(0x0900, (byte) 9)));
    TerminalPhone phone = TerminalPhone.of(PHONE, ProtocolVersion.V2019);
    assertEquals(
        new Frame(Header.of(0x0900, ProtocolVersion.V2019, phone, 65535), Bytes.copyOf((byte) 9)),
        frame);
    assertEquals(1, frame.header().revision());
  }

  @Test
  void readsThePlaceOfASubPackage() {
    for (PacketBuilder builder : List.of(v2013(), v2019())) {
      byte[] last = builder.parts(0x0900, new byte[] {1, 2, 3}, 2).get(1);
      Frame frame = FrameCodec.decode(between(last));
      assertEquals(Optional.of(new Part(2, 2)), frame.header().part());
      assertEquals("03", frame.body().hex());
    }
  }

  @Test
  void refusesASubPackageBehindTheLast() {
    // sub-package 2 of 1; the checksum is right
    byte[] packet = v2013().parts(0x0900, new byte[] {1}, 1).get(0);
    packet[16] ^= 3;
    packet[packet.length - 2] ^= 3;
    assertEquals(Reason.MALFORMED, refusal(between(packet)));
  }

  @Test
  void unescapesWhereverTheEscapesStand() {
    byte[] body = new byte[40];
    for (int at = 0; at < body.length; at++) {
      for (byte special : new byte[] {0x7d, 0x7e}) {
        Arrays.fill(body, (byte) 0x11);
        body[at] = special;
        body[(at + 1) % body.length] = 0x7d;
        Frame frame = FrameCodec.decode(between(v2013().packet(0x0900, body)));
        assertEquals(Bytes.copyOf(body), frame.body());
      }
    }
  }

  @Test
  void neverWritesIntoItsInput() {
    byte[] packet = v2013().packet(0x0900, (byte) 0x7e, (byte) 0x7d, (byte) 1);
    byte[] copy = packet.clone();
    ByteBuf input = between(packet);
    int readerIndex = input.readerIndex();
    Frame frame = FrameCodec.decode(input);
    assertEquals(readerIndex, input.readerIndex());
    assertEquals(HexFormat.of().formatHex(copy), HexFormat.of().formatHex(packet));
    Arrays.fill(packet, (byte) 0);
    assertEquals("7e7d01", frame.body().hex());
  }

  @Test
  void readsFromTheMiddleOfADirectBuffer() {
    byte[] packet = v2019().packet(0x0900, (byte) 0x7e, (byte) 5);
    ByteBuf stream = Unpooled.directBuffer();
    try {
      stream.writeBytes(new byte[7]).writeBytes(packet).writeBytes(new byte[9]);
      Frame frame = FrameCodec.decode(stream.slice(8, packet.length - 2));
      assertEquals("7e05", frame.body().hex());
    } finally {
      stream.release();
    }
  }

  @Test
  void namesBothChecksums() {
    byte[] packet = v2013().serial(5).heartbeat();
    packet[packet.length - 2] ^= 0x01;
    MalformedException e =
        assertThrows(MalformedException.class, () -> FrameCodec.decode(between(packet)));
    assertEquals(Reason.CHECKSUM, e.reason());
    assertEquals("expected 0x3F, found 0x3E", e.getMessage());
  }

  @Test
  void everyFlippedBitIsFound() {
    byte[] packet = v2013().serial(5).packet(0x0900, new byte[30]);
    for (int bit = 8; bit < 8 * (packet.length - 1); bit++) {
      byte[] broken = packet.clone();
      broken[bit / 8] ^= (byte) (1 << bit % 8);
      assertThrows(MalformedException.class, () -> FrameCodec.decode(between(broken)));
    }
  }

  @Test
  void aFrameCutAnywhereIsNoFrame() {
    for (PacketBuilder builder : List.of(v2013(), v2019())) {
      byte[] packet = builder.serial(1).packet(0x0900, new byte[] {1, 0x7e, 3, 0x7d, 5});
      for (int length = 0; length < packet.length - 2; length++) {
        ByteBuf cut = Unpooled.wrappedBuffer(packet, 1, length);
        assertThrows(MalformedException.class, () -> FrameCodec.decode(cut));
      }
    }
  }

  @Test
  void refusesPiecesThatAreTooShortOrTooLong() {
    assertEquals(Reason.FRAMING, refusal(between("")));
    assertEquals(Reason.FRAMING, refusal(between("00".repeat(12))));
    assertEquals(Reason.FRAMING, refusal(between("00".repeat(FrameCodec.MAX_WIRE_BYTES - 1))));
  }

  @Test
  void readsTheLongestFrameThereIs() {
    byte[] body = new byte[1023];
    Arrays.fill(body, (byte) 0x7e);
    Frame frame = FrameCodec.decode(between(v2019().parts(0x0900, body, 1023).get(0)));
    assertEquals(Bytes.copyOf(body), frame.body());
  }

  @Test
  void refusesIllegalEscapes() {
    assertEquals(
        Reason.ESCAPE, refusal(between("09000002013800000001" + "0000" + "7d03" + "0055")));
    assertEquals(
        Reason.ESCAPE, refusal(between("09000002013800000001" + "0000" + "7d7d" + "0055")));
  }

  @Test
  void refusesABodyOfAnotherLengthThanDeclared() {
    // a heartbeat that declares 5 bytes of body; the checksum is right
    MalformedException e =
        assertThrows(
            MalformedException.class,
            () -> FrameCodec.decode(between("00020005013800000001" + "0005" + "3a")));
    assertEquals(Reason.LENGTH, e.reason());
    assertEquals("body declared as 5 bytes, found 0", e.getMessage());
  }

  @Test
  void seesThroughAVersionFlagThatLies() {
    // the 2019 header with bit 14 clear, and the 2013 header with bit 14 set
    ByteBuf since2019 = between("00020000" + "01" + "00000000013800000001" + "0005" + "3e");
    ByteBuf until2013 = between("00024000" + "013800000001" + "0005" + "7f");
    for (ByteBuf lying : List.of(since2019, until2013)) {
      Frame frame = FrameCodec.decode(lying);
      assertEquals("13800000001", frame.header().phone().identity());
      assertEquals(5, frame.header().serialNumber());
      assertEquals(Set.of(Deviation.VERSION_FLAG), frame.deviations());
      MalformedException e =
          assertThrows(MalformedException.class, () -> FrameCodec.decode(lying, Set.of()));
      assertEquals(Reason.LENGTH, e.reason());
    }
    assertEquals(ProtocolVersion.V2019, FrameCodec.decode(since2019).header().version());
    assertEquals(ProtocolVersion.V2013, FrameCodec.decode(until2013).header().version());
  }

  @Test
  void acceptsAChecksumThatWasNotEscaped() {
    // serial numbers chosen for a checksum of 0x7d, and of 0x7e, which ends the piece before it
    ByteBuf bare7d = between("00020000013800000001" + "0047" + "7d");
    ByteBuf bare7e = between("00020000013800000001" + "0044");
    for (ByteBuf bare : List.of(bare7d, bare7e)) {
      Frame frame = FrameCodec.decode(bare);
      assertEquals(0x0002, frame.header().messageId());
      assertEquals(Set.of(Deviation.UNESCAPED_CHECKSUM), frame.deviations());
      assertThrows(MalformedException.class, () -> FrameCodec.decode(bare, Set.of()));
    }
  }

  @Test
  void aLoneEscapeAtTheEndIsNoChecksumUnlessItAgrees() {
    assertEquals(Reason.CHECKSUM, refusal(between("00020000013800000001" + "0046" + "7d")));
  }

  @Test
  void writesTheBytesThatItReads() {
    byte[] awkward = {0x7e, 0x7d, 0x01, 0x02, 0x7d, 0x7e};
    for (PacketBuilder builder : List.of(v2013(), v2019())) {
      for (byte[] packet :
          List.of(
              builder.heartbeat(),
              builder.packet(0x0900, awkward),
              builder.parts(0x0900, awkward, 4).get(1))) {
        Bytes written = FrameCodec.encode(FrameCodec.decode(between(packet)));
        assertEquals(Bytes.copyOf(packet), written);
      }
    }
  }

  @Test
  void readsEncryptionAndWritesItBack() {
    ByteBuf encrypted = between("09000401" + "013800000001" + "0000" + "55" + "61");
    Frame frame = FrameCodec.decode(encrypted);
    assertEquals(1, frame.header().encryption());
    assertEquals("7e09000401013800000001000055617e", FrameCodec.encode(frame).hex());
  }

  @Test
  void refusesToWriteABodyThatThePacketHasNoRoomFor() {
    TerminalPhone phone = TerminalPhone.of(PHONE, ProtocolVersion.V2013);
    Header header = Header.of(0x0900, ProtocolVersion.V2013, phone, 0);
    Frame frame = new Frame(header, Bytes.copyOf(new byte[1024]));
    assertThrows(IllegalArgumentException.class, () -> FrameCodec.encode(frame));
  }
}
