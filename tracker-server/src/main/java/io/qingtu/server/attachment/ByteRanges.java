package io.qingtu.server.attachment;

import io.qingtu.protocol.message.safety.AttachmentFileEndReply.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which bytes of a file have come: a union of intervals, whatever their order, overlaps and
 * repetitions.
 */
final class ByteRanges {
  /** Blocks are tens of kilobytes, so that even a large file in any order has fewer pieces. */
  static final int MOST_PIECES = 4096;

  private final long size;
  private final TreeMap<Long, Long> pieces = new TreeMap<>();

  ByteRanges(long size) {
    this.size = size;
  }

  /**
   * Adds bytes.
   *
   * @return false where they lie apart from the others and there are too many pieces: they are not
   *     added, and will be asked for again
   */
  boolean add(long from, long to) {
    if (from >= to) {
      return true;
    }
    long start = from;
    long end = to;
    Map.Entry<Long, Long> before = pieces.floorEntry(from);
    if (before != null && before.getValue() >= from) {
      start = before.getKey();
      end = Math.max(end, before.getValue());
    }
    Map.Entry<Long, Long> next = pieces.ceilingEntry(start);
    if (pieces.size() >= MOST_PIECES && start == from && (next == null || next.getKey() > end)) {
      return false;
    }
    while (next != null && next.getKey() <= end) {
      end = Math.max(end, next.getValue());
      pieces.remove(next.getKey());
      next = pieces.ceilingEntry(start);
    }
    pieces.put(start, end);
    return true;
  }

  boolean isWhole() {
    return size == 0
        || pieces.size() == 1 && pieces.firstEntry().getValue() - pieces.firstKey() == size;
  }

  /** The first {@code most} gaps, in their order. */
  List<Range> missing(int most) {
    List<Range> gaps = new ArrayList<>();
    long at = 0;
    for (Map.Entry<Long, Long> piece : pieces.entrySet()) {
      if (gaps.size() == most) {
        return gaps;
      }
      if (piece.getKey() > at) {
        gaps.add(new Range(at, piece.getKey() - at));
      }
      at = piece.getValue();
    }
    if (at < size && gaps.size() < most) {
      gaps.add(new Range(at, size - at));
    }
    return gaps;
  }
}
