package io.qingtu.server.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the submissions of one queue, a batch a transaction. Those who wait are told after the
 * commit and never before. A batch that the database does not take goes to the {@link Backlog}, and
 * they are told when it is on the disk there; while anything waits there, all that comes follows
 * it. A batch in which it refuses something goes through the {@link Sieve}.
 */
final class PositionWriter implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(PositionWriter.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Where it brings positions, by turns, and who is told of those that are stored. */
  record Office(PositionStore store, Sieve sieve, Backlog backlog, CommittedFeeds feeds) {}

  private final SubmissionQueue queue;
  private final PositionStore store;
  private final Sieve sieve;
  private final Backlog backlog;
  private final CommittedFeeds feeds;
  private final IngestConfig config;
  private LastPositions last = new LastPositions();

  /** When the oldest of the batch that is being stored came; none is while it is empty. */
  private volatile OptionalLong inHand = OptionalLong.empty();

  private final Timer commits;
  private final DistributionSummary batches;

  /** From a report's arrival to its acknowledgement, of each batch the longest. */
  private final Timer waits;

  private final Counter stored;
  private final Counter known;
  private final Counter failures;
  private final Counter unkept;
  private final Counter lost;

  PositionWriter(SubmissionQueue queue, Office office, IngestConfig config, MeterRegistry meters) {
    this.queue = queue;
    this.store = office.store();
    this.sieve = office.sieve();
    this.backlog = office.backlog();
    this.feeds = office.feeds();
    this.config = config;
    this.commits = meters.timer("ingest.commit");
    this.batches = meters.summary("ingest.commit.rows");
    this.waits =
        Timer.builder("ingest.acknowledgement").publishPercentileHistogram().register(meters);
    this.stored = meters.counter("ingest.stored");
    this.known = meters.counter("ingest.known");
    this.failures = meters.counter("ingest.failures");
    this.unkept = meters.counter("ingest.unkept");
    this.lost = meters.counter("ingest.unacknowledged");
  }

  @Override
  public void run() {
    try {
      while (!queue.isDone()) {
        List<Submission> batch = take();
        if (!batch.isEmpty()) {
          inHand = OptionalLong.of(batch.get(0).since());
          store(batch);
          inHand = OptionalLong.empty();
        }
        if (backlog.isEmpty() && (last.untilDue() <= 0 || queue.isDone())) {
          moveLast();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** When the oldest came that is not kept anywhere yet, ns; empty where nothing waits. */
  OptionalLong oldest() {
    OptionalLong first = inHand;
    return first.isPresent() ? first : queue.oldest();
  }

  private List<Submission> take() throws InterruptedException {
    // a database that is away moves nothing, and asking it would keep those who report waiting
    long due = backlog.isEmpty() ? last.untilDue() : LOOK_AGAIN_NANOS;
    return queue.take(config.batchRows(), config.linger(), due);
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
    Optional<List<PositionRow>> fresh;
    try {
      fresh = keep(all);
    } catch (RuntimeException e) {
      separate(batch, e);
      return;
    }
    if (fresh.isEmpty()) {
      LOG.warn("{} rows are not stored and not acknowledged: closing", rows.size());
      return;
    }
    tell(batch, Submission::committed);
    waits.record(System.nanoTime() - batch.get(0).since(), TimeUnit.NANOSECONDS);
    feeds.tell(fresh.get());
  }

  /**
   * Tries until the database or the journal takes the batch.
   *
   * @return the rows that are in the database and were not before, of which others are to be told:
   *     none where the journal has them; empty where the server closes first
   * @throws RuntimeException where trying again cannot help
   */
  private Optional<List<PositionRow>> keep(PositionBatch batch) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    do {
      Optional<List<PositionRow>> kept = backlog.isEmpty() ? save(batch) : Optional.empty();
      kept = kept.isPresent() ? kept : journal(batch);
      if (kept.isPresent()) {
        return kept;
      }
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
    } while (queue.pause(pause));
    return Optional.empty();
  }

  private Optional<List<PositionRow>> save(PositionBatch batch) {
    try {
      Timer.Sample sample = Timer.start();
      List<PositionRow> fresh = store.save(batch.rows(), batch.quarantined(), last);
      sample.stop(commits);
      stored.increment(fresh.size());
      known.increment(batch.rows().size() - fresh.size());
      batches.record(batch.size());
      return Optional.of(fresh);
    } catch (StoreException e) {
      return e.blame() == StoreException.Blame.SERVER ? later(batch, e) : sift(batch, e);
    } catch (RuntimeException e) {
      return sift(batch, e);
    }
  }

  private Optional<List<PositionRow>> later(PositionBatch batch, Exception why) {
    failures.increment();
    LOG.warn("{} rows go to the journal: {}", batch.rows().size(), why.getMessage());
    return Optional.empty();
  }

  /** Nobody is left to be told: the sieve does it. */
  private Optional<List<PositionRow>> sift(PositionBatch batch, RuntimeException why) {
    LOG.warn("looking for what is refused among {} rows: {}", batch.size(), why.getMessage());
    try {
      stored.increment(sieve.save(batch));
      forgetLast();
      return Optional.of(List.of());
    } catch (StoreException | IOException e) {
      return later(batch, e);
    }
  }

  /** One of the latest positions that wait may be what was refused. */
  private void forgetLast() {
    last = new LastPositions();
    try {
      store.catchUpLast();
    } catch (StoreException e) {
      LOG.warn("the latest positions are not caught up with: {}", e.getMessage());
    }
  }

  private Optional<List<PositionRow>> journal(PositionBatch batch) {
    try {
      backlog.add(batch);
      return Optional.of(List.of());
    } catch (IOException e) {
      unkept.increment();
      LOG.error("{} rows wait, the journal does not take them either", batch.rows().size(), e);
      return Optional.empty();
    }
  }

  /** One submission that not even the journal can hold must not keep the others out. */
  private void separate(List<Submission> batch, RuntimeException cause)
      throws InterruptedException {
    if (batch.size() > 1) {
      for (Submission s : batch) {
        store(List.of(s));
      }
      return;
    }
    lost.increment();
    LOG.error("neither store nor journal can hold {}", batch.get(0).rows(), cause);
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
