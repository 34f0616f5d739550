package io.qingtu.web.frozen;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the clock once a minute and has the reports frozen that are due. */
public final class ReportSchedule implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReportSchedule.class);
  private static final long TICK_SECONDS = 60;

  private final ReportFreezer freezer;
  private final Supplier<Instant> clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "reports"));

  public ReportSchedule(ReportFreezer freezer, Supplier<Instant> clock) {
    this.freezer = freezer;
    this.clock = clock;
  }

  /** Begins to keep time; to be called once. */
  public void start() {
    thread.scheduleWithFixedDelay(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
  }

  private void tick() {
    try {
      freezer.run(clock.get());
    } catch (RuntimeException e) {
      // thrown on, it would stop the timer; what is due stays due
      LOG.error("a weekly report cannot be frozen: tried again", e);
    }
  }

  /** What is half done is done at the next start. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
