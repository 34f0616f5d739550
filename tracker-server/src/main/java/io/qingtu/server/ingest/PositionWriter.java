package io.qingtu.server.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.qingtu.route.track.Position;
import io.qingtu.server.store.LastPositions;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.QuarantinedReport;
import io.qingtu.server.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the submissions of one queue, a batch a transaction. Those who wait are told after the
 * commit and never before; a database that fails is tried until it works again.
 */
final class PositionWriter implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(PositionWriter.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

  private final SubmissionQueue queue;
  private final PositionStore store;
  private final IngestConfig config;
  private final List<CommittedPositions> feeds;
  private final LastPositions last = new LastPositions();
  private final Timer commits;
  private final Counter stored;
  private final Counter known;
  private final Counter retries;
  private final Counter refused;
  private final Counter feedFailures;

  PositionWriter(
      SubmissionQueue queue,
      PositionStore store,
      IngestConfig config,
      List<CommittedPositions> feeds,
      MeterRegistry meters) {
    this.queue = queue;
    this.store = store;
    this.config = config;
    this.feeds = feeds;
    this.commits = meters.timer("ingest.commit");
    this.stored = meters.counter("ingest.stored");
    this.known = meters.counter("ingest.known");
    this.retries = meters.counter("ingest.retries");
    this.refused = meters.counter("ingest.refused");
    this.feedFailures = meters.counter("ingest.feed.failures");
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
    List<PositionRow> rows = new ArrayList<>();
    List<QuarantinedReport> quarantined = new ArrayList<>();
    for (Submission s : batch) {
      rows.addAll(s.rows());
      quarantined.addAll(s.quarantined());
    }
    Optional<List<PositionRow>> fresh;
    try {
      fresh = saveAtLast(rows, quarantined);
    } catch (RuntimeException e) {
      separate(batch, e);
      return;
    }
    fresh.ifPresent(f -> tell(batch, f));
  }

  /**
   * Tries until the database takes the rows.
   *
   * @return the rows that were not known before; empty where the server closes first
   * @throws RuntimeException where trying again cannot help
   */
  private Optional<List<PositionRow>> saveAtLast(
      List<PositionRow> rows, List<QuarantinedReport> quarantined) throws InterruptedException {
    boolean answerLost = false;
    Duration pause = FIRST_PAUSE;
    do {
      try {
        Timer.Sample sample = Timer.start();
        List<PositionRow> fresh = store.save(rows, quarantined, last);
        sample.stop(commits);
        stored.increment(fresh.size());
        known.increment(rows.size() - fresh.size());
        // after a failure the rows may be known because the first attempt did commit
        return Optional.of(answerLost ? rows : fresh);
      } catch (StoreException e) {
        if (e.isPermanent()) {
          throw e;
        }
        retries.increment();
        LOG.warn("{} rows wait for the database: {}", rows.size(), e.getMessage());
        answerLost = true;
      }
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
    } while (queue.pause(pause));
    LOG.warn("{} rows are not stored and not acknowledged: closing", rows.size());
    return Optional.empty();
  }

  /** One submission that cannot be stored must not keep the others out. */
  private void separate(List<Submission> batch, RuntimeException cause)
      throws InterruptedException {
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

  private void tell(List<Submission> batch, List<PositionRow> fresh) {
    tell(batch, Submission::committed);
    List<Position> positions = fresh.stream().map(PositionRow::position).toList();
    if (positions.isEmpty()) {
      return;
    }
    for (CommittedPositions feed : feeds) {
      try {
        feed.accept(positions);
      } catch (RuntimeException e) {
        feedFailures.increment();
        LOG.error("a feed of positions failed", e);
      }
    }
  }
}
