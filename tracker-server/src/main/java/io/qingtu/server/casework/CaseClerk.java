package io.qingtu.server.casework;

import io.qingtu.route.casework.CaseRefusal;
import io.qingtu.route.casework.Move;
import io.qingtu.route.casework.Step;
import io.qingtu.route.plan.Parameters;
import io.qingtu.server.store.CalendarStore;
import io.qingtu.server.store.CaseFacts;
import io.qingtu.server.store.CaseStore;
import io.qingtu.server.store.CaseStore.StaleCaseException;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.WaterStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each minute, on a thread of its own: the system's moves of cases. Each is made at the version
 * that it was decided by, so that several processes on one database, or a restart in the middle,
 * make none twice.
 */
public final class CaseClerk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CaseClerk.class);
  private static final long EVERY_SECONDS = 60;
  private static final long PATIENCE_SECONDS = 30;

  /** Note of the system's 督办; those of its closings are the names of {@link CaseFacts.Fact}. */
  public static final String OVERDUE = "OVERDUE";

  /** Note of the 督办 of a case on the ledger that nobody has looked at in time. */
  public static final String REVIEW_OVERDUE = "REVIEW_OVERDUE";

  private final CaseStore store;
  private final CaseFacts facts;
  private final WaterStore water;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "case-clerk"));

  /**
   * @param parameters what the rules take for a service
   */
  public CaseClerk(Database database, Supplier<Parameters> parameters, Clock clock) {
    this.store = new CaseStore(database, new CalendarStore(database)::read);
    this.water = new WaterStore(database);
    this.facts = new CaseFacts(database, parameters);
    this.clock = clock;
  }

  /** From now on told of every case that it has moved: must not wait. */
  public void onChange(LongConsumer listener) {
    store.onChange(listener);
  }

  /** To be called once. */
  public void start() {
    thread.scheduleWithFixedDelay(this::attempt, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /** Thrown on, a failure would stop the timer. */
  private void attempt() {
    try {
      run();
    } catch (RuntimeException e) {
      LOG.error("the system's moves of cases: tried again in a minute", e);
    }
  }

  /** Makes the moves that are due now; done twice it makes none. */
  public void run() {
    Instant now = clock.instant();
    for (CaseFacts.Seen seen : facts.seen(now)) {
      move(seen.caseId(), seen.version(), Move.OBSERVE, seen.fact().name(), now);
    }
    for (CaseFacts.Overdue overdue : facts.overdue(now)) {
      String note = overdue.onLedger() ? REVIEW_OVERDUE : OVERDUE;
      move(overdue.caseId(), overdue.version(), Move.URGE, note, now);
    }
    water.endSilent(now);
  }

  private void move(long id, int version, Move move, String note, Instant now) {
    Step step = new Step(move, Step.SYSTEM, now, 0, Optional.empty(), Optional.empty(), note);
    try {
      store.step(id, new CaseStore.Filing(version, step, Optional.empty(), ""));
      LOG.info("case {}: {}, {}", id, move, note);
    } catch (StaleCaseException e) {
      LOG.debug("case {}: somebody was quicker than {}", id, move);
    } catch (CaseRefusal e) {
      LOG.warn("case {}: {} is refused: {}", id, move, e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
