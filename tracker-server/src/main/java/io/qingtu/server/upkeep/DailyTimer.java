package io.qingtu.server.upkeep;

import io.qingtu.server.config.CityHour;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does something once a day, at an hour of the city by the server's clock. A day on
 * which it fails, or on which the server did not run, is not made up for: what is done must see to
 * all days that it finds.
 */
public final class DailyTimer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DailyTimer.class);
  private static final long TICK_SECONDS = 30;

  private final String name;
  private final CityHour at;
  private final Clock clock;
  private final ScheduledExecutorService thread;
  private volatile Runnable job = () -> {};
  private Instant next = Instant.MAX;

  /**
   * @param name of the thread
   */
  public DailyTimer(String name, CityHour at, Clock clock) {
    this.name = name;
    this.at = at;
    this.clock = clock;
    thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
  }

  /** Begins to keep time; to be called once. */
  public void start(Runnable job) {
    this.job = job;
    next = at.after(clock.instant());
    // looks at the clock now and then, as that of a demonstration runs faster
    thread.scheduleWithFixedDelay(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
  }

  /** Looks at the clock. */
  void tick() {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    next = at.after(now);
    try {
      job.run();
    } catch (RuntimeException e) {
      // thrown on, it would stop the timer
      LOG.error("{}: tried again tomorrow", name, e);
    }
  }

  /** Waits for the job if it runs, for half a minute at most. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
