package io.qingtu.protocol.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.Unpooled;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import io.qingtu.protocol.frame.Frame;
import io.qingtu.protocol.frame.FrameCodec;

/**
 * The input is what lies between two marks: a frame that can be written and read again, or none.
 */
public final class FrameTarget {
  private FrameTarget() {}

  /** Loads what is loaded once, so that no input is charged with it. */
  public static void fuzzerInitialize() {
    Seeds.frames().forEach(FrameTarget::fuzzerTestOneInput);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    byte[] untouched = input.clone();
    Frame frame;
    try {
      frame = FrameCodec.decode(Unpooled.wrappedBuffer(input));
    } catch (MalformedException e) {
      return;
    }
    assertEquals(Bytes.copyOf(untouched), Bytes.copyOf(input), "the input was written to");
    Bytes written = FrameCodec.encode(frame);
    Bytes between = written.slice(1, written.length() - 2);
    Frame again = FrameCodec.decode(Unpooled.wrappedBuffer(between.toArray()));
    assertEquals(new Frame(frame.header(), frame.body()), again);
    assertEquals(frame.header().phone().digits(), again.header().phone().digits());
  }
}
