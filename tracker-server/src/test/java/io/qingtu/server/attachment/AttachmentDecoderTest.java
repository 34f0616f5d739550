package io.qingtu.server.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.SafetyAlarmPackets;
import io.qingtu.protocol.frame.Frame;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttachmentDecoderTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final EmbeddedChannel channel =
      new EmbeddedChannel(new AttachmentDecoder(new AttachmentMeters(meters)));
  private final PacketBuilder packets =
      new PacketBuilder(PacketBuilder.Version.V2013, "13800000001").serial(0x7d7e);

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  private static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.writeBytes(piece);
    }
    return all.toByteArray();
  }

  private void send(byte... bytes) {
    channel.writeInbound(Unpooled.copiedBuffer(bytes));
  }

  /** What came out: ids of frames, heads of blocks, and their bytes joined. */
  private List<String> received() {
    List<String> all = new ArrayList<>();
    StringBuilder data = new StringBuilder();
    for (Object next = channel.readInbound(); next != null; next = channel.readInbound()) {
      if (next instanceof ByteBuf bytes) {
        data.append(ByteBufUtil.hexDump(bytes));
        bytes.release();
        continue;
      }
      if (!data.isEmpty()) {
        all.add(data.toString());
        data.setLength(0);
      }
      all.add(
          next instanceof Frame frame
              ? String.format("%04x", frame.header().messageId())
              : next.toString());
    }
    if (!data.isEmpty()) {
      all.add(data.toString());
    }
    return all;
  }

  private byte[] mixture() {
    return join(
        packets.heartbeat(),
        SafetyAlarmPackets.block("a.jpg", 3, (byte) 0x7e, (byte) 0x30, (byte) 0x31, (byte) 0x7e),
        SafetyAlarmPackets.block("b.jpg", 0xfffffffeL),
        packets.heartbeat(),
        packets.heartbeat(),
        SafetyAlarmPackets.block("a.jpg", 7, (byte) 0x7e));
  }

  private static final List<String> MIXTURE =
      List.of(
          "0002",
          "BlockHead[name=a.jpg, offset=3, length=4]",
          "7e30317e",
          "BlockHead[name=b.jpg, offset=4294967294, length=0]",
          "0002",
          "0002",
          "BlockHead[name=a.jpg, offset=7, length=1]",
          "7e");

  @Test
  void framesAndBlocksTakeTurnsInOnePiece() {
    send(mixture());
    assertEquals(MIXTURE, received());
  }

  @Test
  void framesAndBlocksTakeTurnsCutAtEveryByte() {
    byte[] all = mixture();
    for (byte b : all) {
      send(b);
    }
    assertEquals(MIXTURE, received());
    assertEquals(0, meters.counter("attachment.garbage.bytes").count());
  }

  @Test
  void aBadFrameAndStrayBytesCostNothingElse() {
    byte[] bad = packets.heartbeat();
    bad[5] ^= 0x55;
    send(
        join(
            new byte[] {0x01, 0x30, 0x30, 0x7e},
            packets.heartbeat(),
            bad,
            packets.heartbeat(),
            new byte[] {0x30, 0x31, 0x63, 0x65},
            SafetyAlarmPackets.block("a.jpg", 0, (byte) 1)));
    assertEquals(
        List.of("0002", "0002", "BlockHead[name=a.jpg, offset=0, length=1]", "01"), received());
    assertTrue(channel.isOpen());
    assertEquals(1, meters.counter("attachment.frame.checksum").count());
  }

  @Test
  void aLargeBlockPassesThroughInPieces() {
    send(Arrays.copyOf(SafetyAlarmPackets.block("a.mp4", 0, new byte[100_000]), 62 + 10_000));
    BlockHead head = channel.readInbound();
    assertEquals(100_000, head.length());
    ByteBuf first = channel.readInbound();
    assertEquals(10_000, first.readableBytes(), "handed on, not collected");
    first.release();
    send(new byte[90_000]);
    ByteBuf rest = channel.readInbound();
    assertEquals(90_000, rest.readableBytes());
    rest.release();
  }

  @Test
  void aStreamOfNothingIsClosed() {
    byte[] nothing = new byte[AttachmentDecoder.GARBAGE_LIMIT];
    send(nothing);
    assertTrue(channel.isOpen());
    send((byte) 0);
    assertFalse(channel.isOpen());
    assertEquals(1, meters.counter("attachment.closed", "reason", "garbage").count());
  }

  @Test
  void aFrameWithoutAnEndIsNotCollected() {
    byte[] endless = new byte[3000];
    endless[0] = 0x7e;
    for (int i = 0; i < 100 && channel.isOpen(); i++) {
      send(endless);
    }
    assertFalse(channel.isOpen());
  }

  @Test
  void aFrameWithoutAnEndTakesNothingBehindItHoweverMuchArrivesTogether() {
    byte[] endless = new byte[3000];
    endless[0] = 0x7e;
    send(join(endless, SafetyAlarmPackets.block("a.jpg", 0, (byte) 1), packets.heartbeat()));
    assertEquals(List.of("BlockHead[name=a.jpg, offset=0, length=1]", "01", "0002"), received());
  }
}
