package io.qingtu.server.net;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/**
 * A warning that bad input can cause at any rate and that is written once in ten seconds at most.
 */
public final class RareWarning {
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(10);

  private final Logger log;
  private final AtomicLong next = new AtomicLong(System.nanoTime());
  private final AtomicLong unsaid = new AtomicLong();

  public RareWarning(Logger log) {
    this.log = log;
  }

  public void warn(String format, Object... arguments) {
    long now = System.nanoTime();
    long due = next.get();
    if (now - due < 0 || !next.compareAndSet(due, now + PAUSE)) {
      unsaid.incrementAndGet();
      return;
    }
    if (log.isWarnEnabled()) {
      log.warn(format + " (and " + unsaid.getAndSet(0) + " warnings not written)", arguments);
    }
  }
}
