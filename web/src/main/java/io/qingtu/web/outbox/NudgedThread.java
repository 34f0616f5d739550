package io.qingtu.web.outbox;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that looks for work whenever it is nudged; many nudges at once are one. */
public final class NudgedThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NudgedThread.class);

  private final Runnable look;
  private final ExecutorService thread;
  private volatile boolean nudged;

  /**
   * @param look looks for work; what it throws is its own to catch
   */
  public NudgedThread(String name, Runnable look) {
    this.look = look;
    this.thread = Executors.newSingleThreadExecutor(task -> new Thread(task, name));
  }

  /** Looks for what is to be done; any thread, returns at once. */
  public void nudge() {
    if (!nudged) {
      nudged = true;
      run(
          () -> {
            nudged = false;
            look.run();
          });
    }
  }

  /** Runs something on this thread; any thread, returns at once. */
  public void run(Runnable work) {
    try {
      thread.execute(work);
    } catch (RejectedExecutionException e) {
      LOG.debug("closing: what was on its way is sent again by the next start");
    }
  }

  /** Takes nothing more; what is under way is finished. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
