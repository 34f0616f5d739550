package io.qingtu.protocol.frame;

import java.util.concurrent.atomic.AtomicLong;

/** Memory that several {@link PartAssembler}s share. Safe for concurrent use. */
public final class PartBudget {
  private final long bytes;
  private final AtomicLong taken = new AtomicLong();

  public PartBudget(long bytes) {
    this.bytes = bytes;
  }

  /** Takes so much, or nothing and says false where there is less. */
  boolean take(int count) {
    if (taken.addAndGet(count) <= bytes) {
      return true;
    }
    give(count);
    return false;
  }

  void give(int count) {
    taken.addAndGet(-count);
  }

  /** Bytes in use. */
  public long taken() {
    return taken.get();
  }
}
