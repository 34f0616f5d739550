package io.qingtu.server.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.server.store.PositionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Takes positions from event loops and has them stored by a few writers, each with its own queue. A
 * vehicle always has the same writer, so its positions stay in order.
 */
public final class PositionPipeline implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final List<SubmissionQueue> queues = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * Begins to store.
   *
   * @param feeds get every batch after it was committed; may grow later
   */
  public PositionPipeline(
      IngestConfig config,
      PositionStore store,
      List<CommittedPositions> feeds,
      MeterRegistry meters) {
    store.catchUpLast();
    int capacity = Math.max(1, config.queueRows() / config.writers());
    for (int i = 0; i < config.writers(); i++) {
      SubmissionQueue queue = new SubmissionQueue(capacity);
      queues.add(queue);
      threads.add(
          new Thread(
              new PositionWriter(queue, store, config, feeds, meters), "position-writer-" + i));
    }
    meters.gauge("ingest.waiting", queues, q -> q.stream().mapToInt(SubmissionQueue::size).sum());
    threads.forEach(Thread::start);
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

  /** Stores what is waiting, if the database lets it, and ends. */
  @Override
  public void close() {
    queues.forEach(SubmissionQueue::close);
    try {
      for (Thread thread : threads) {
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
