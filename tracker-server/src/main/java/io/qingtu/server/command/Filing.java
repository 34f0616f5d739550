package io.qingtu.server.command;

import io.qingtu.server.store.StoreException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has still to be written to the database, in its order. What fails stays and is tried again:
 * a reply that came is not lost because the database was away. A few entries a terminal at most,
 * because a terminal has one command at a time.
 */
final class Filing {
  private static final Logger LOG = LoggerFactory.getLogger(Filing.class);

  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  void add(Runnable write) {
    waiting.add(write);
  }

  /** Writes what waits; false where the database does not let it. By one thread at a time. */
  boolean run() {
    for (Runnable next = waiting.peek(); next != null; next = waiting.peek()) {
      try {
        next.run();
      } catch (StoreException e) {
        if (e.isPermanent()) {
          LOG.error("the database will never take the answer to a command", e);
          waiting.remove();
          continue;
        }
        LOG.warn("answers to commands wait for the database: {}", e.getMessage());
        return false;
      }
      waiting.remove();
    }
    return true;
  }
}
