package io.qingtu.server.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.server.journal.Journal;
import io.qingtu.server.store.PositionBatch;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.QuarantinedReport;
import io.qingtu.server.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Positions that are promised to their terminals and wait, on the disk, for the database. A thread
 * of its own brings them there, in their order, as soon as it takes something. While there are any,
 * those that come go behind them.
 */
final class Backlog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 4000;

  /** Of entries that are stored in one transaction, at most. */
  private static final long MOST_BYTES = 1 << 20;

  private final Journal journal;

  private final Consumer<PositionBatch> store;
  private final Sieve sieve;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread = new Thread(this::run, "backlog");
  private final Counter drained;
  private long bytes = 1;
  private boolean closed;

  /**
   * @param journal is closed with this
   * @param store stores a batch for good and tells those who want to know; throws {@link
   *     StoreException} where the database does not take it
   * @param sieve stores it where the database refuses some of it
   */
  Backlog(Journal journal, Consumer<PositionBatch> store, Sieve sieve, MeterRegistry meters) {
    this.journal = journal;
    this.store = store;
    this.sieve = sieve;
    this.drained = meters.counter("ingest.journal.drained");
    meters.gauge("ingest.journal.entries", journal, Journal::entries);
    meters.gauge("ingest.journal.bytes", journal, Journal::bytes);
    if (!journal.isEmpty()) {
      LOG.warn("{} batches of positions were left in the journal", journal.entries());
    }
    thread.start();
  }

  /** Whether a batch may go to the database itself. */
  boolean isEmpty() {
    return journal.isEmpty();
  }

  /**
   * Takes a batch; it is on the disk when this returns.
   *
   * @throws IOException where the disk does not take it
   */
  void add(PositionBatch batch) throws IOException {
    journal.append(batch.encode());
    signal(false);
  }

  /**
   * When the oldest of what waits came, by the server's clock; empty where nothing waits.
   *
   * @throws IOException where the disk does not give it back
   */
  Optional<Instant> oldest() throws IOException {
    List<byte[]> first = journal.first(1);
    return first.isEmpty() ? Optional.empty() : PositionBatch.decode(first.get(0)).received();
  }

  private void signal(boolean close) {
    lock.lock();
    try {
      closed |= close;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    long pause = FIRST_PAUSE_MILLIS;
    try {
      while (awaitEntries()) {
        try {
          drain();
          pause = FIRST_PAUSE_MILLIS;
          bytes = Math.min(MOST_BYTES, 2 * bytes);
        } catch (StoreException e) {
          // one entry: a database that is slow may still take little; many: where the one is
          // refused, others show whether it is the only one
          bytes = e.blame() == StoreException.Blame.UNCLEAR ? MOST_BYTES : 1;
          LOG.warn("{} batches wait in the journal: {}", journal.entries(), e.getMessage());
          pause(pause);
          pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
        } catch (IOException | RuntimeException e) {
          // thrown on, it would end the thread and nothing would leave the journal any more
          LOG.error("the {} batches of the journal wait", journal.entries(), e);
          pause(LONGEST_PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Some entries, in one transaction; they leave the journal when they are stored and told. */
  private void drain() throws IOException {
    List<byte[]> entries = journal.first(bytes);
    List<PositionRow> rows = new ArrayList<>();
    List<QuarantinedReport> quarantined = new ArrayList<>();
    for (byte[] entry : entries) {
      PositionBatch batch = PositionBatch.decode(entry);
      rows.addAll(batch.rows());
      quarantined.addAll(batch.quarantined());
    }
    store(new PositionBatch(rows, quarantined));
    for (int i = 0; i < entries.size(); i++) {
      journal.removeFirst();
    }
    drained.increment(rows.size());
    if (journal.isEmpty()) {
      LOG.info("the journal is empty: positions go to the database again");
    }
  }

  /** A position that the database will never take must not keep the others out. */
  private void store(PositionBatch batch) throws IOException {
    try {
      store.accept(batch);
    } catch (RuntimeException e) {
      if (e instanceof StoreException failure && failure.blame() == StoreException.Blame.SERVER) {
        throw e;
      }
      sieve.save(batch);
    }
  }

  /** False once it is closed. */
  private boolean awaitEntries() throws InterruptedException {
    lock.lock();
    try {
      while (!closed && journal.isEmpty()) {
        changed.await();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private void pause(long millis) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (!closed && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** What waits stays in the journal, for the next start. */
  @Override
  public void close() {
    signal(true);
    try {
      thread.join(Duration.ofSeconds(30).toMillis());
      journal.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.error("the journal cannot be closed", e);
    }
  }
}
