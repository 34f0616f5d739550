package io.qingtu.server.net;

import java.util.concurrent.TimeUnit;

/**
 * How fast one terminal may send. What is too fast is read later, not dropped: the terminal's own
 * network buffers hold it back.
 */
final class Throttle {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final int messagesPerSecond;
  private int messages;
  private long since = System.nanoTime();

  /**
   * @param messagesPerSecond 0 for no limit
   */
  Throttle(int messagesPerSecond) {
    this.messagesPerSecond = messagesPerSecond;
  }

  /** Counts a message; how long to wait before the next one, ns, mostly 0. */
  long pauseAfterMessage() {
    return messagesPerSecond == 0 || ++messages < messagesPerSecond ? 0 : next(System.nanoTime());
  }

  /** As many messages as a second may have have come. */
  private long next(long now) {
    messages = 0;
    long left = SECOND - (now - since);
    since = left > 0 ? since + SECOND : now;
    return Math.max(0, left);
  }
}
