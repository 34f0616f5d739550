package io.qingtu.server.archive;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.server.session.TerminalSession;
import io.qingtu.server.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that write what is answered only when it is durable. What disk or database do not
 * take is tried again until they do; while much waits, terminals that bring more are not read.
 */
public final class Archive implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
  private static final int THREADS = 2;
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;
  private static final long PATIENCE_SECONDS = 30;

  /** What a message costs beside its bytes. */
  private static final int OVERHEAD_BYTES = 512;

  private final long mostBytes;
  private final Counter failures;
  private final Counter refused;
  private final List<TerminalSession> paused = new ArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "archive"));
  private long waiting;

  /**
   * @param meters where it counts
   */
  public Archive(ArchiveConfig config, MeterRegistry meters) {
    mostBytes = config.waitingBytes();
    failures = meters.counter("archive.failures");
    refused = meters.counter("archive.refused");
    meters.gauge("archive.waiting.bytes", this, Archive::waitingBytes);
  }

  /**
   * Takes something to be written. Never waits; on the connection's thread of the session, which is
   * paused until half of what waits is written where it is too much.
   *
   * @param bytes of memory that it holds
   * @param write writes it and answers
   * @param refuse answers where the database will never take it
   */
  public void submit(TerminalSession session, int bytes, Runnable write, Runnable refuse) {
    int cost = bytes + OVERHEAD_BYTES;
    try {
      threads.execute(
          () -> {
            try {
              write(write, refuse);
            } finally {
              written(cost);
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.debug("the archive is closed: {} will send it again", session.plate(), e);
      return;
    }
    taken(session, cost);
  }

  private synchronized void taken(TerminalSession session, int cost) {
    waiting += cost;
    if (waiting > mostBytes) {
      paused.add(session);
      session.pause();
    }
  }

  private synchronized void written(int cost) {
    waiting -= cost;
    if (waiting <= mostBytes / 2) {
      paused.forEach(TerminalSession::resume);
      paused.clear();
    }
  }

  private synchronized long waitingBytes() {
    return waiting;
  }

  private void write(Runnable write, Runnable refuse) {
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        write.run();
        return;
      } catch (StoreException e) {
        failures.increment();
        if (e.isPermanent()) {
          LOG.error("the database will never take a terminal's message", e);
          refused.increment();
          refuse.run();
          return;
        }
        LOG.warn("a terminal's message waits for the database: {}", e.getMessage());
      } catch (RuntimeException e) {
        failures.increment();
        LOG.warn("a terminal's message waits: {}", e.getMessage(), e);
      }
      if (isClosingAfter(pause)) {
        return; // it was not answered: the terminal sends it again
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  private boolean isClosingAfter(long millis) {
    try {
      return closing.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Writes what waits, if disk and database let it, and ends. */
  @Override
  public void close() {
    closing.countDown();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
