package io.qingtu.protocol.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.qingtu.protocol.field.Bytes;
import io.qingtu.protocol.field.MalformedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Frames with a wrong checksum, and marks with nothing between them. */
class FrameStreamLenienceTest {
  /** A heartbeat of 013912345678; its checksum would be 0x31. */
  private static final String WRONG = "00020000013912345678000131";

  private final List<Frame> taken = new ArrayList<>();
  private int refused;
  private boolean lenient;

  private final FrameStream stream =
      new FrameStream(
          new FrameStream.Listener() {
            @Override
            public void frame(Frame frame) {
              taken.add(frame);
            }

            @Override
            public boolean overlooks(Frame frame) {
              return lenient && frame.header().phone().identity().equals("13912345678");
            }

            @Override
            public void refused(Bytes piece, MalformedException reason) {
              refused++;
            }

            @Override
            public void dropped(int bytes) {}
          });

  private boolean read(String hex) {
    return stream.read(Unpooled.wrappedBuffer(Bytes.ofHex(hex).toArray()));
  }

  private static String wrong() {
    int right = 0;
    byte[] bytes = Bytes.ofHex(WRONG).toArray();
    for (int i = 0; i < bytes.length - 1; i++) {
      right ^= bytes[i];
    }
    bytes[bytes.length - 1] = (byte) (right ^ 1);
    return Bytes.copyOf(bytes).hex();
  }

  @Test
  void aWrongChecksumIsRefusedUnlessTheListenerOverlooksIt() {
    assertTrue(read("7e" + wrong() + "7e"));
    assertEquals(1, refused);
    lenient = true;
    assertTrue(read(wrong() + "7e"));
    assertEquals(1, refused);
    assertEquals(1, taken.size());
    assertEquals(Set.of(Deviation.WRONG_CHECKSUM), taken.get(0).deviations());
    assertEquals(0x0002, taken.get(0).header().messageId());
  }

  @Test
  void whatDoesNotEvenFitItsLengthIsRefusedByTheLenientToo() {
    lenient = true;
    assertTrue(read("7e" + wrong() + "007e"));
    assertEquals(1, refused);
    assertTrue(taken.isEmpty());
  }

  @Test
  void framesThatAreOverlookedAreNoGarbage() {
    lenient = true;
    String frame = wrong() + "7e";
    int most = 2 * FrameStream.GARBAGE_LIMIT / frame.length() * 2;
    read("7e");
    for (int i = 0; i < most; i++) {
      assertTrue(read(frame));
    }
    assertEquals(most, taken.size());
  }

  @Test
  void aStormOfMarksEndsAtTheLimitAndTwoMarksBetweenFramesDoNot() {
    byte[] marks = new byte[FrameStream.GARBAGE_LIMIT];
    Arrays.fill(marks, FrameCodec.MARK);
    assertTrue(stream.read(Unpooled.wrappedBuffer(marks)));
    assertTrue(read("7e"));
    assertFalse(read("7e"));
  }

  @Test
  void aDecoderThatIsNotToldRefusesAWrongChecksum() {
    var piece = Unpooled.wrappedBuffer(Bytes.ofHex(wrong()).toArray());
    assertThrows(MalformedException.class, () -> FrameCodec.decode(piece));
    assertThrows(
        MalformedException.class,
        () -> FrameCodec.decode(piece, EnumSet.of(Deviation.VERSION_FLAG)));
    assertEquals(
        Set.of(Deviation.WRONG_CHECKSUM),
        FrameCodec.decode(piece, EnumSet.allOf(Deviation.class)).deviations());
  }
}
