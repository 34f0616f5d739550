package io.qingtu.server.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.protocol.message.safety.AttachmentFileEndReply.Range;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteRangesTest {
  /** The same in every run: to search for more is the fuzzer's part. */
  private static final long SEED = 20_261_116;

  @Test
  void whatTouchesBecomesOnePiece() {
    ByteRanges ranges = new ByteRanges(100);
    assertEquals(List.of(new Range(0, 100)), ranges.missing(9));
    ranges.add(10, 20);
    ranges.add(30, 40);
    assertEquals(
        List.of(new Range(0, 10), new Range(20, 10), new Range(40, 60)), ranges.missing(9));
    assertEquals(List.of(new Range(0, 10)), ranges.missing(1));
    ranges.add(20, 30);
    assertEquals(List.of(new Range(0, 10), new Range(40, 60)), ranges.missing(9));
    ranges.add(0, 99);
    assertFalse(ranges.isWhole());
    assertEquals(List.of(new Range(99, 1)), ranges.missing(9));
    ranges.add(99, 100);
    assertTrue(ranges.isWhole());
    assertEquals(List.of(), ranges.missing(9));
  }

  @Test
  void anEmptyFileIsWhole() {
    assertTrue(new ByteRanges(0).isWhole());
    assertEquals(List.of(), new ByteRanges(0).missing(9));
  }

  @Test
  void agreesWithASetOfBytesWhateverComes() {
    Random random = new Random(SEED);
    for (int round = 0; round < 300; round++) {
      ByteRanges ranges = new ByteRanges(64);
      BitSet bytes = new BitSet(64);
      for (int i = 0; i < 12; i++) {
        int from = random.nextInt(64);
        int to = from + random.nextInt(65 - from);
        assertTrue(ranges.add(from, to));
        bytes.set(from, to);
        BitSet missing = new BitSet(64);
        for (Range gap : ranges.missing(64)) {
          missing.set((int) gap.offset(), (int) (gap.offset() + gap.length()));
        }
        BitSet expected = new BitSet(64);
        expected.set(0, 64);
        expected.andNot(bytes);
        assertEquals(expected, missing);
        assertEquals(bytes.cardinality() == 64, ranges.isWhole());
      }
    }
  }

  @Test
  void morePiecesThanItKeepsAreAskedForAgain() {
    ByteRanges ranges = new ByteRanges(1_000_000);
    for (int i = 0; i < ByteRanges.MOST_PIECES; i++) {
      assertTrue(ranges.add(2L * i, 2L * i + 1));
    }
    assertFalse(ranges.add(500_000, 500_001), "apart from the others");
    assertTrue(ranges.missing(10_000).contains(lastGap()), "and still missing");
    assertTrue(ranges.add(1, 2), "between two");
    assertTrue(ranges.add(500_000, 500_001), "there is room again");
    assertTrue(ranges.add(500_001, 500_002), "behind one");
    assertTrue(ranges.add(499_999, 500_000), "in front of one");
  }

  private static Range lastGap() {
    long end = 2L * ByteRanges.MOST_PIECES - 1;
    return new Range(end, 1_000_000 - end);
  }
}
