package io.qingtu.protocol.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.qingtu.fixtures.fuzz.BufferLeaks;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameCodec;
import io.qingtu.protocol.frame.FrameStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The first byte says how long the pieces are in which the rest arrives: the frames are the same as
 * if it came at once.
 */
public final class StreamTarget {
  private static final BufferLeaks LEAKS = new BufferLeaks();

  private StreamTarget() {}

  /** Loads what is loaded once, so that no input is charged with it. */
  public static void fuzzerInitialize() {
    Seeds.streams().forEach(StreamTarget::fuzzerTestOneInput);
  }

  public static void fuzzerTearDown() {
    LEAKS.requireNoneAtEnd();
  }

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    Heard whole = heard(input, input.length);
    Heard pieces = heard(input, 1 + (input[0] & 0xff));
    assertEquals(whole.frames, pieces.frames);
    assertTrue(whole.dropped < input.length, "dropped more than there was");
    LEAKS.requireNone();
  }

  private static Heard heard(byte[] input, int pieceBytes) {
    Heard heard = new Heard();
    FrameStream stream = new FrameStream(heard);
    ByteBuf all = LEAKS.allocator().directBuffer(input.length);
    all.writeBytes(input, 1, input.length - 1);
    try {
      boolean open = true;
      while (open && all.isReadable()) {
        open = stream.read(all.readSlice(Math.min(pieceBytes, all.readableBytes())));
      }
    } finally {
      all.release();
    }
    return heard;
  }

  private static final class Heard implements FrameStream.Listener {
    private final List<Frame> frames = new ArrayList<>();
    private int dropped;

    @Override
    public void frame(Frame frame) {
      frames.add(frame);
    }

    @Override
    public void refused(Bytes piece, MalformedException reason) {
      assertTrue(piece.length() < 2 * FrameCodec.MAX_WIRE_BYTES + 4096, "a piece without end");
    }

    @Override
    public void dropped(int bytes) {
      assertTrue(bytes >= 0);
      dropped += bytes;
    }
  }
}
