package io.qingtu.server.analyze;

import io.qingtu.route.plan.Exemption;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks twice a minute whether water has closed a road or left it, whichever process has heard of
 * it, and has the window analyzed again when it did: what was a detour or a missed sweep is
 * excused.
 */
public final class ClosureWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClosureWatch.class);
  private static final long EVERY_SECONDS = 30;

  private final Supplier<List<Exemption>> closures;
  private final Runnable reload;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "closure-watch"));
  private List<Exemption> known = List.of();

  /**
   * @param closures asks the database
   * @param reload analyzes with those that are on file then; blocks until that is done
   */
  public ClosureWatch(Supplier<List<Exemption>> closures, Runnable reload) {
    this.closures = closures;
    this.reload = reload;
  }

  /** Takes what is on file as known; to be called once, before the rules are read. */
  public void start() {
    known = closures.get();
    thread.scheduleWithFixedDelay(this::attempt, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void attempt() {
    try {
      look();
    } catch (RuntimeException e) {
      // thrown on, it would stop the timer
      LOG.error("closures: looked for again in half a minute", e);
    }
  }

  /** Looks now. Where the analysis fails, the next look finds the same news. */
  void look() {
    List<Exemption> now = closures.get();
    if (!now.equals(known)) {
      LOG.info("roads closed by water or open again: the window is analyzed again");
      reload.run();
      known = now;
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
