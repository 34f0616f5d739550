package io.qingtu.server.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.embedded.EmbeddedChannel;
import io.qingtu.fixtures.fuzz.BufferLeaks;
import io.qingtu.fixtures.fuzz.FuzzInputs;
import io.qingtu.fixtures.packet.PacketBuilder;
import io.qingtu.fixtures.packet.SafetyAlarmPackets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The first byte says how long the pieces are in which the rest arrives on an attachment link: what
 * comes out is the same as if it came at once, little is held, and every buffer is given back.
 */
public final class AttachmentTarget {
  private static final BufferLeaks LEAKS = new BufferLeaks();
  private static final AttachmentMeters METERS = new AttachmentMeters(new SimpleMeterRegistry());
  private static final int MOST_HELD_BYTES = 16 * 1024;

  private AttachmentTarget() {}

  /** Writes the seeds to a folder, a file each. */
  public static void main(String[] args) throws IOException {
    new FuzzInputs(seeds()).write(Path.of(args[0], "AttachmentTarget"));
  }

  /** Loads what is loaded once, so that no input is charged with it. */
  public static void fuzzerInitialize() {
    seeds().forEach(AttachmentTarget::fuzzerTestOneInput);
  }

  public static void fuzzerTearDown() {
    LEAKS.requireNoneAtEnd();
  }

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    Link whole = new Link();
    whole.send(input, input.length);
    Link pieces = new Link();
    pieces.send(input, 1 + (input[0] & 0xff));
    assertEquals(whole.heard, pieces.heard);
    assertEquals(whole.open, pieces.open, "open at the end");
    LEAKS.requireNone();
  }

  static List<byte[]> seeds() {
    PacketBuilder packets =
        new PacketBuilder(PacketBuilder.Version.V2013, "13800000001").serial(0x7d7e);
    byte[] frame = packets.heartbeat();
    byte[] block = SafetyAlarmPackets.block("a.jpg", 3, (byte) 0x7e, (byte) 0x30, (byte) 0x31);
    byte[] empty = SafetyAlarmPackets.block("00_65_6502_0_0.mp4", 0xfffffffeL);
    byte[] large = SafetyAlarmPackets.block("b.mp4", 0, new byte[3000]);
    byte[] stray = {0x01, 0x30, 0x30, 0x7e, 0x7e, 0x30, 0x31, 0x63, 0x65};
    return List.of(
        glued(255, frame),
        glued(6, block),
        glued(0, frame, block, empty, frame, frame, block),
        glued(100, frame, large, frame),
        glued(30, stray, frame, stray, block, stray, empty),
        glued(200, new byte[] {0x7e}, new byte[2500], block, frame),
        glued(255, new byte[AttachmentDecoder.GARBAGE_LIMIT + 1], frame));
  }

  private static byte[] glued(int piece, byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(piece);
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static final class Link {
    private final EmbeddedChannel channel = new EmbeddedChannel(new AttachmentDecoder(METERS));
    private final List<Object> heard = new ArrayList<>();
    private final StringBuilder data = new StringBuilder();
    private boolean open;

    Link() {
      channel.config().setAllocator(LEAKS.allocator());
    }

    /** Sends all behind the first byte. */
    void send(byte[] input, int pieceBytes) {
      try {
        for (int from = 1; from < input.length && channel.isOpen(); from += pieceBytes) {
          int length = Math.min(pieceBytes, input.length - from);
          channel.writeInbound(
              LEAKS.allocator().directBuffer(length).writeBytes(input, from, length));
          read();
          assertTrue(LEAKS.heldBytes() <= MOST_HELD_BYTES + pieceBytes, "collects");
        }
        open = channel.isOpen();
      } finally {
        channel.finishAndReleaseAll();
      }
      heard.add(data.toString());
    }

    /** Pieces of one block are joined. */
    private void read() {
      for (Object next = channel.readInbound(); next != null; next = channel.readInbound()) {
        if (next instanceof ByteBuf bytes) {
          data.append(ByteBufUtil.hexDump(bytes));
          bytes.release();
        } else {
          heard.add(data.toString());
          heard.add(next);
          data.setLength(0);
        }
      }
    }
  }
}
