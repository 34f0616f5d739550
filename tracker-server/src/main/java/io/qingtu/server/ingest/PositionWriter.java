package io.qingtu.server.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.qingtu.server.store.LastPositions;
import io.qingtu.server.store.PositionBatch;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.QuarantinedReport;
import io.qingtu.server.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the submissions of one queue, a batch a transaction. Those who wait are told after the
 * commit and never before. A batch that the database does not take goes to the {@link Backlog}, and
 * they are told when it is on the disk there; while anything waits there, all that comes follows
 * it.
 */
final class PositionWriter implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(PositionWriter.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

  private final SubmissionQueue queue;
  private final PositionStore store;
  private final IngestConfig config;
  private final CommittedFeeds feeds;
  private final Backlog backlog;
  private final LastPositions last = new LastPositions();
  private final Timer commits;
  private final Counter stored;
  private final Counter known;
  private final Counter failures;
  private final Counter unkept;
  private final Counter refused;

  PositionWriter(
      SubmissionQueue queue,
      PositionStore store,
      IngestConfig config,
      CommittedFeeds feeds,
      Backlog backlog,
      MeterRegistry meters) {
    this.queue = queue;
    this.store = store;
    this.config = config;
    this.feeds = feeds;
    this.backlog = backlog;
    this.commits = meters.timer("ingest.commit");
    this.stored = meters.counter("ingest.stored");
    this.known = meters.counter("ingest.known");
    this.failures = meters.counter("ingest.failures");
    this.unkept = meters.counter("ingest.unkept");
    this.refused = meters.counter("ingest.refused");
  }

  @Override
  public void run() {
    try {
      while (!queue.isDone()) {
        List<Submission> batch = take();
        if (!batch.isEmpty()) {
          store(batch);
        }
        if (last.untilDue() <= 0 || queue.isDone()) {
          moveLast();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Submission> take() throws InterruptedException {
    return queue.take(config.batchRows(), config.linger(), last.untilDue());
  }

  /** What the map shows is behind by a moment where this fails. */
  private void moveLast() {
    try {
      store.moveLast(last);
    } catch (StoreException e) {
      LOG.warn("the latest positions are not moved: {}", e.getMessage());
    }
  }

  private void store(List<Submission> batch) throws InterruptedException {
    List<PositionRow> rows = new ArrayList<>(batch.size());
    List<QuarantinedReport> quarantined = new ArrayList<>();
    for (Submission s : batch) {
      rows.addAll(s.rows());
      quarantined.addAll(s.quarantined());
    }
    PositionBatch all = new PositionBatch(rows, quarantined);
    try {
      if (keep(all)) {
        tell(batch, Submission::committed);
      } else {
        LOG.warn("{} rows are not stored and not acknowledged: closing", rows.size());
      }
    } catch (StoreException e) {
      separate(batch, e);
    }
  }

  /**
   * Tries until the database or the journal takes the batch; false where the server closes first.
   *
   * @throws StoreException where trying again cannot help
   */
  private boolean keep(PositionBatch batch) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    do {
      if (backlog.isEmpty() && save(batch) || journal(batch)) {
        return true;
      }
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
    } while (queue.pause(pause));
    return false;
  }

  private boolean save(PositionBatch batch) {
    try {
      Timer.Sample sample = Timer.start();
      List<PositionRow> fresh = store.save(batch.rows(), batch.quarantined(), last);
      sample.stop(commits);
      stored.increment(fresh.size());
      known.increment(batch.rows().size() - fresh.size());
      feeds.tell(fresh);
      return true;
    } catch (StoreException e) {
      if (e.isPermanent()) {
        throw e;
      }
      failures.increment();
      LOG.warn("{} rows go to the journal: {}", batch.rows().size(), e.getMessage());
      return false;
    }
  }

  private boolean journal(PositionBatch batch) {
    try {
      backlog.add(batch);
      return true;
    } catch (IOException e) {
      unkept.increment();
      LOG.error("{} rows wait, the journal does not take them either", batch.rows().size(), e);
      return false;
    }
  }

  /** One submission that cannot be stored must not keep the others out. */
  private void separate(List<Submission> batch, StoreException cause) throws InterruptedException {
    if (batch.size() > 1) {
      for (Submission s : batch) {
        store(List.of(s));
      }
      return;
    }
    refused.increment();
    LOG.error("the store refuses {}", batch.get(0).rows(), cause);
    tell(batch, Submission::refused);
  }

  /** All that wait on one thread are told in one task of it. */
  private static void tell(List<Submission> batch, Function<Submission, Runnable> what) {
    Map<Executor, List<Runnable>> told = new IdentityHashMap<>();
    for (Submission s : batch) {
      told.computeIfAbsent(s.thread(), thread -> new ArrayList<>()).add(what.apply(s));
    }
    told.forEach(
        (thread, waiting) -> {
          try {
            thread.execute(() -> waiting.forEach(Runnable::run));
          } catch (RejectedExecutionException e) {
            LOG.debug("the gateway has closed, there is nobody to tell", e);
          }
        });
  }
}
