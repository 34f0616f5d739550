package io.qingtu.server.session;

import io.qingtu.server.store.UptimeStore;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes as long as the gateway runs that it does, so that what terminals could not reach can be
 * told from what they did not send. While the database is away nothing can be noted; the next note
 * says that the gateway, which keeps its journal meanwhile, has run all the time.
 */
public final class UptimeLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UptimeLog.class);

  /** What a killed gateway loses at most of its last run. */
  private static final long SECONDS = 10;

  private static final long PATIENCE_SECONDS = 5;
  private static final long NONE = 0;

  private final UptimeStore store;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "uptime"));
  private boolean started;
  private long run = NONE;

  public UptimeLog(UptimeStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The gateway listens; to be called once. */
  public void start() {
    started = true;
    thread.scheduleWithFixedDelay(this::note, 0, SECONDS, TimeUnit.SECONDS);
  }

  private void note() {
    try {
      if (run == NONE) {
        run = store.begin(clock.instant());
      } else {
        store.goesOn(run, clock.instant());
      }
    } catch (RuntimeException e) {
      LOG.debug("not noted that the gateway runs: {}", e.getMessage());
    }
  }

  /** The gateway listens no more. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS) && started) {
        note();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
