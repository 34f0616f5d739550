package io.qingtu.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.qingtu.fixtures.packet.LocationBody;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameCodec;
import io.qingtu.protocol.frame.FrameStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Frames out of a stream, however it is cut and whatever lies between them. */
class FrameDecoderTest {
  /** The same in every run: to search for more is the fuzzer's part. */
  private static final long SEED = 20_261_116;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final PacketBuilder packets =
      new PacketBuilder(PacketBuilder.Version.V2013, "13912345678");
  private EmbeddedChannel channel = open();

  private EmbeddedChannel open() {
    return new EmbeddedChannel(new FrameDecoder(new GatewayMeters(meters), phone -> false));
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  private byte[] heartbeat(int serial) {
    return packets.serial(serial).heartbeat();
  }

  private List<Integer> serials() {
    List<Integer> serials = new ArrayList<>();
    for (Frame f = channel.readInbound(); f != null; f = channel.readInbound()) {
      serials.add(f.header().serialNumber());
    }
    return serials;
  }

  private void write(byte[]... pieces) {
    for (byte[] piece : pieces) {
      channel.writeInbound(Unpooled.copiedBuffer(piece));
    }
  }

  private static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }

  @Test
  void findsFramesCutAtEveryByte() {
    byte[] stream = join(heartbeat(1), heartbeat(0x7e7d), heartbeat(3));
    for (int cut = 0; cut <= stream.length; cut++) {
      channel = open();
      write(Arrays.copyOf(stream, cut), Arrays.copyOfRange(stream, cut, stream.length));
      assertEquals(List.of(1, 0x7e7d, 3), serials(), "cut at " + cut);
      channel.finishAndReleaseAll();
    }
  }

  @Test
  void findsFramesThatComeByteByByte() {
    for (byte b : join(heartbeat(1), heartbeat(2))) {
      write(new byte[] {b});
    }
    assertEquals(List.of(1, 2), serials());
  }

  @Test
  void findsFramesThatShareAMark() {
    byte[] second = heartbeat(2);
    write(join(heartbeat(1), Arrays.copyOfRange(second, 1, second.length)));
    assertEquals(List.of(1, 2), serials());
  }

  @Test
  void losesOneFrameAtMostToALostMark() {
    byte[] broken = heartbeat(2);
    write(join(heartbeat(1), Arrays.copyOf(broken, broken.length - 1), heartbeat(3), heartbeat(4)));
    List<Integer> found = serials();
    assertTrue(found.containsAll(List.of(1, 4)), found.toString());
  }

  @Test
  void dropsAWrongChecksumAndCountsIt() {
    byte[] broken = heartbeat(2);
    broken[3] ^= 1;
    write(heartbeat(1), broken, heartbeat(3));
    assertEquals(List.of(1, 3), serials());
    assertEquals(1, meters.counter("frame.checksum").count());
    assertEquals(2, meters.counter("frame.good").count());
  }

  @Test
  void skipsNoiseBeforeAndBetweenFrames() {
    byte[] noise = "GET / HTTP/1.1\r\n".getBytes();
    write(join(noise, heartbeat(1), noise, heartbeat(2)));
    assertEquals(List.of(1, 2), serials());
    assertTrue(channel.isOpen());
  }

  @Test
  void takesTheLongestFrameAndNoLonger() {
    byte[] body = new byte[1023];
    Arrays.fill(body, (byte) 0x7e);
    write(packets.serial(1).packet(0x0900, body));
    assertEquals(List.of(1), serials());

    byte[] endless = new byte[FrameCodec.MAX_WIRE_BYTES];
    endless[0] = 0x7e;
    write(endless, heartbeat(2));
    assertEquals(List.of(2), serials());
    assertTrue(channel.isOpen());
  }

  @Test
  void closesAtGarbageAboveTheLimitAndNotBelowIt() {
    write(new byte[FrameStream.GARBAGE_LIMIT]);
    assertTrue(channel.isOpen());
    write(new byte[1]);
    assertFalse(channel.isOpen());
  }

  @Test
  void forgivesGarbageAfterEveryGoodFrame() {
    for (int i = 1; i <= 3; i++) {
      write(new byte[FrameStream.GARBAGE_LIMIT], heartbeat(i));
    }
    assertEquals(List.of(1, 2, 3), serials());
    assertTrue(channel.isOpen());
  }

  @Test
  void findsEveryFrameOfALongStreamInRandomPieces() {
    Random random = new Random(SEED);
    int frames = 2000;
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int i = 0; i < frames; i++) {
      byte[] tail = new byte[random.nextInt(200)];
      random.nextBytes(tail);
      LocationBody body =
          LocationBody.at(36.7, 119.1, Instant.EPOCH.plusSeconds(1_800_000_000L + i));
      stream.writeBytes(packets.serial(i).location(body.tail(tail)));
    }
    byte[] all = stream.toByteArray();
    List<Integer> found = new ArrayList<>();
    for (int at = 0; at < all.length; ) {
      int end = Math.min(all.length, at + 1 + random.nextInt(700));
      write(Arrays.copyOfRange(all, at, end));
      at = end;
      found.addAll(serials());
    }
    assertEquals(frames, found.size());
    for (int i = 0; i < frames; i++) {
      assertEquals(i, found.get(i));
    }
  }
}
