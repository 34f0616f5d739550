package io.qingtu.server.trial;

import io.qingtu.route.Ledger;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.trial.LedgerDifference;
import io.qingtu.server.analyze.StoredPeriod;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PositionStream;
import io.qingtu.server.store.TrialRow;
import io.qingtu.server.store.TrialStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries changed parameters on periods that are in the store, one after the other and beside the
 * live analysis, which it does not touch: both runs, with the parameters in force and with the
 * changed ones, go over the same positions, and what differs is filed.
 */
public final class TrialDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TrialDesk.class);

  /** Leaves the other processors to the live analysis. */
  private static final int THREADS = 1;

  /** How far the trial that runs has come. */
  private record Running(long id, double share) {}

  private final TrialStore trials;
  private final PlanStore plans;
  private final StoredPeriod period;
  private final Clock clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "trial"));
  private volatile Running running = new Running(0, 0);
  private volatile boolean closing;

  public TrialDesk(Database database, Clock clock) {
    trials = new TrialStore(database);
    plans = new PlanStore(database);
    period = new StoredPeriod(new PositionStream(database), THREADS);
    this.clock = clock;
    trials.begin(clock.instant());
  }

  /**
   * Files a trial and makes it when its turn comes.
   *
   * @param before the parameters that it is compared with
   * @return its id
   * @throws IllegalArgumentException where a name or value is wrong
   */
  public long file(TrialStore.Wish wish, Parameters before) {
    Parameters tried = before.changed(wish.company(), wish.changed());
    long id = trials.add(wish, clock.instant());
    worker.execute(() -> make(id, wish.from(), wish.to(), before, tried));
    return id;
  }

  /** Share that is done of a trial that runs, 0–1; empty for any other. */
  public Optional<Double> progress(long id) {
    Running now = running;
    return now.id == id ? Optional.of(now.share) : Optional.empty();
  }

  /** The newest first. */
  public List<TrialRow> newest(int most) {
    return trials.newest(most);
  }

  public Optional<TrialRow> find(long id) {
    return trials.find(id);
  }

  /** What came out of a trial; empty until it is done. */
  public Optional<LedgerDifference> findDifference(long id) {
    return trials.findDifference(id);
  }

  private void make(long id, Instant from, Instant to, Parameters inForce, Parameters tried) {
    try {
      running = new Running(id, 0);
      trials.run(id);
      CityPlan plan = plans.read(new Validity(from, to));
      Ledger before = analyze(id, new RuleSet(plan, inForce), from, to, 0);
      Ledger after = analyze(id, new RuleSet(plan, tried), from, to, 0.5);
      trials.finish(id, LedgerDifference.of(before, after), clock.instant());
    } catch (RuntimeException e) {
      // whatever it was, the next trial has its turn and this one says why
      LOG.error("trial {} failed", id, e);
      fail(id, e);
    } finally {
      running = new Running(0, 0);
    }
  }

  private Ledger analyze(long id, RuleSet rules, Instant from, Instant to, double done) {
    return period.analyze(
        rules,
        from,
        to,
        share -> {
          if (closing) {
            throw new CancellationException("the server stops");
          }
          running = new Running(id, done + share / 2);
        });
  }

  private void fail(long id, RuntimeException why) {
    try {
      trials.fail(id, String.valueOf(why.getMessage()), clock.instant());
    } catch (RuntimeException e) {
      LOG.error("trial {} stays unfinished until the next start", id, e);
    }
  }

  /** Breaks off what runs; what waits is told at the next start. */
  @Override
  public void close() {
    closing = true;
    worker.shutdownNow();
  }
}
