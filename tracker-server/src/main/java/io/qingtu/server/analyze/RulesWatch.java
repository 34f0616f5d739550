package io.qingtu.server.analyze;

import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds whether what the rules run with has become another, whichever process has
 * filed it, and has it read again, and the window analyzed by it, when it has: water has closed a
 * road or left it, so that a detour or a missed sweep is excused, somebody has approved an
 * exemption, other parameters have come into force, somebody has edited places, routes or permits,
 * or a company has laid a vehicle up or said who drives it.
 */
public final class RulesWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RulesWatch.class);
  private static final long EVERY_SECONDS = 5;

  private final Supplier<?> sight;
  private final Runnable reload;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "rules-watch"));
  private Object known;

  /**
   * @param sight asks the database; equal values are no news
   * @param reload analyzes with what is on file then; blocks until that is done
   */
  public RulesWatch(Supplier<?> sight, Runnable reload) {
    this.sight = sight;
    this.reload = reload;
  }

  /** Takes what is on file as known; to be called once, before the rules are read. */
  public void start() {
    known = sight.get();
    thread.scheduleWithFixedDelay(this::attempt, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void attempt() {
    try {
      look();
    } catch (RuntimeException e) {
      // thrown on, it would stop the timer
      LOG.error("the rules are looked for again", e);
    }
  }

  /** Looks now. Where the analysis fails, the next look finds the same news. */
  public synchronized void look() {
    Object now = sight.get();
    if (!Objects.equals(now, known)) {
      LOG.info("other exemptions, parameters or plan: they are read again");
      reload.run();
      known = now;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
