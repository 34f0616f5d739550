package io.qingtu.protocol.message.media;

import io.qingtu.protocol.field.Bytes;

/**
 * Sub-packages of {@link MultimediaData}. By the standard the head stands in the first of them
 * alone; there are terminals that put it in front of each, and a picture joined with those heads
 * inside is broken.
 */
public final class MultimediaParts {
  private static final int TOTAL_BYTES = 4;

  private MultimediaParts() {}

  /**
   * What a later sub-package adds to the body: all of it, less a repeated head.
   *
   * @param first body of the first sub-package
   * @param later body of another one of the same transfer
   */
  public static Bytes content(Bytes first, Bytes later) {
    int head = repeatedHeadBytes(first, later);
    return later.slice(head, later.length() - head);
  }

  /** Length of the head that a later sub-package repeats; 0 if it starts with data. */
  public static int repeatedHeadBytes(Bytes first, Bytes later) {
    if (!sameStart(first, later, MultimediaData.COMMON_BYTES)) {
      return 0;
    }
    if (MultimediaData.isPacket(first)) {
      boolean sameTotal = sameStart(first, later, MultimediaData.COMMON_BYTES + TOTAL_BYTES);
      return sameTotal && MultimediaData.isPacket(later) ? MultimediaData.PACKET_HEAD_BYTES : 0;
    }
    boolean head =
        sameStart(first, later, MultimediaData.HEAD_BYTES)
            || MultimediaData.startsWithLocation(later);
    return head ? MultimediaData.HEAD_BYTES : 0;
  }

  private static boolean sameStart(Bytes first, Bytes later, int length) {
    return first.length() >= length
        && later.length() >= length
        && first.slice(0, length).equals(later.slice(0, length));
  }
}
