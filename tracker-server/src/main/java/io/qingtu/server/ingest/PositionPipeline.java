package io.qingtu.server.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.qingtu.server.journal.Journal;
import io.qingtu.server.store.PositionBatch;
import io.qingtu.server.store.PositionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes positions from event loops and has them stored by a few writers, each with its own queue. A
 * vehicle always has the same writer, so its positions stay in order.
 */
public final class PositionPipeline implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PositionPipeline.class);
  private static final long PATIENCE_SECONDS = 30;

  private final IngestConfig config;
  private final PositionStore store;
  private final CommittedFeeds feeds;
  private final MeterRegistry meters;
  private final Clock clock;
  private final List<SubmissionQueue> queues = new ArrayList<>();
  private final List<PositionWriter> writers = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private Optional<Journal> refusals = Optional.empty();
  private Optional<Backlog> backlog = Optional.empty();

  /**
   * Does nothing before {@link #start()}.
   *
   * @param feeds get every batch after it was committed; may grow later
   * @param clock the one that positions are received by
   */
  public PositionPipeline(
      IngestConfig config,
      PositionStore store,
      List<CommittedPositions> feeds,
      Clock clock,
      MeterRegistry meters) {
    this.config = config;
    this.store = store;
    this.feeds = new CommittedFeeds(feeds, meters);
    this.clock = clock;
    this.meters = meters;
    int capacity = Math.max(1, config.queueRows() / config.writers());
    for (int i = 0; i < config.writers(); i++) {
      queues.add(new SubmissionQueue(capacity));
    }
    meters.gauge("ingest.waiting", queues, q -> q.stream().mapToInt(SubmissionQueue::size).sum());
    TimeGauge.builder("ingest.lag", this, TimeUnit.SECONDS, PositionPipeline::lagSeconds)
        .register(meters);
  }

  /**
   * Begins to store, first what an earlier run has left in the journal.
   *
   * @throws UncheckedIOException where the journal's folder cannot be used
   */
  public void start() {
    store.catchUpLast();
    Journal refused = open(config.journal().refusals());
    refusals = Optional.of(refused);
    Sieve sieve = new Sieve(store, feeds, refused, meters);
    Backlog left = new Backlog(open(config.journal()), this::save, sieve, meters);
    backlog = Optional.of(left);
    PositionWriter.Office office = new PositionWriter.Office(store, sieve, left, feeds);
    for (SubmissionQueue queue : queues) {
      PositionWriter writer = new PositionWriter(queue, office, config, meters);
      writers.add(writer);
      threads.add(new Thread(writer, "position-writer-" + threads.size()));
    }
    threads.forEach(Thread::start);
  }

  private static Journal open(Journal.Config config) {
    try {
      return new Journal(config);
    } catch (IOException e) {
      throw new UncheckedIOException("journal.folder: " + e.getMessage(), e);
    }
  }

  /** All of it is told: a first attempt may have stored some, and its answer was lost. */
  private void save(PositionBatch batch) {
    store.save(batch.rows(), batch.quarantined());
    feeds.tell(batch.rows());
  }

  /**
   * Takes a vehicle's submission; never waits.
   *
   * @param resume called, by a writer's thread, when there is room again; only where this returns
   *     false
   * @return whether there is room for more: where not, the caller stops reading
   * @throws IllegalStateException while the server stops
   */
  public boolean submit(int vehicleId, Submission submission, Runnable resume) {
    return queues.get(Math.floorMod(vehicleId, queues.size())).add(submission, resume);
  }

  /**
   * Whether positions are acknowledged that wait, on the disk, for the database; readers of the
   * database do not see them yet.
   */
  public boolean isBehind() {
    return backlog.isPresent() && !backlog.get().isEmpty();
  }

  /**
   * The age of the oldest position that terminals have sent and the database has not: in a queue,
   * on its way, or in the journal. NaN where the journal cannot be read.
   */
  private double lagSeconds() {
    long now = System.nanoTime();
    double seconds =
        writers.stream()
            .flatMapToLong(w -> w.oldest().stream())
            .mapToDouble(since -> (now - since) / 1e9)
            .max()
            .orElse(0);
    try {
      Optional<Instant> left = backlog.isPresent() ? backlog.get().oldest() : Optional.empty();
      return left.map(t -> Duration.between(t, clock.instant()).toMillis() / 1e3)
          .map(s -> Math.max(s, seconds))
          .orElse(seconds);
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  /** Stores what is waiting, if the database lets it, and ends; the journal keeps what it has. */
  @Override
  public void close() {
    queues.forEach(SubmissionQueue::close);
    try {
      for (Thread thread : threads) {
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      }
      backlog.ifPresent(Backlog::close);
      if (refusals.isPresent()) {
        refusals.get().close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.error("the journal of refusals cannot be closed", e);
    }
  }
}
