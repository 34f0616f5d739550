package io.qingtu.server.analyze;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.qingtu.route.alert.Alert;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.StoreException;
import io.qingtu.server.store.StoredAlert;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings alerts to the store, all that wait in one transaction, and what changed there to the
 * feeds. On a thread of its own: an analysis that waited for the database would soon keep positions
 * waiting. What vehicles raise goes before what the city's view adds; a database that fails is
 * tried until it works again.
 */
final class AlertWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertWriter.class);

  /** Of a transaction: what is raised meanwhile waits for no more. */
  private static final int MOST = 50;

  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 4000;
  private static final long PATIENCE_MILLIS = 30_000;

  private final AlertStore store;
  private final List<AlertFeed> feeds;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Alert> urgent = new LinkedHashMap<>();
  private final Map<String, Alert> patient = new LinkedHashMap<>();

  /** By an alert's key, when the fix came that has decided it, until it is stored and told. */
  private final Map<String, Instant> received = new ConcurrentHashMap<>();

  private final Timer latency;
  private volatile Predicate<Alert> raises = alert -> true;
  private final Thread thread = new Thread(this::run, "alert-writer");
  private StoreException refusal;
  private boolean busy;
  private boolean closed;

  AlertWriter(AlertStore store, List<AlertFeed> feeds, Clock clock, MeterRegistry meters) {
    this.store = store;
    this.feeds = feeds;
    this.clock = clock;
    this.latency = Timer.builder("alert.latency").publishPercentileHistogram().register(meters);
    thread.start();
  }

  /** From now on only such of those that are not on file are stored. */
  void storeOnly(Predicate<Alert> raised) {
    raises = raised;
  }

  /**
   * Takes an alert to be stored soon; an older state of it that waits is left out.
   *
   * @param since when the fix came that has decided it; empty where none has
   */
  void write(Alert alert, Optional<Instant> since) {
    lock.lock();
    try {
      since.ifPresent(t -> received.putIfAbsent(alert.key(), t));
      patient.remove(alert.key());
      urgent.put(alert.key(), alert);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes alerts to be stored when no others wait. */
  void writeLater(Collection<Alert> alerts) {
    lock.lock();
    try {
      for (Alert a : alerts) {
        (urgent.containsKey(a.key()) ? urgent : patient).put(a.key(), a);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until nothing waits.
   *
   * @throws StoreException where the database does not take it now
   */
  void flush() {
    lock.lock();
    try {
      while ((busy || !urgent.isEmpty() || !patient.isEmpty()) && thread.isAlive()) {
        if (refusal != null) {
          throw refusal;
        }
        changed.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    long pause = FIRST_PAUSE_MILLIS;
    try {
      for (List<Alert> batch = take(); !batch.isEmpty(); batch = take()) {
        try {
          store(batch);
          done(null);
          pause = FIRST_PAUSE_MILLIS;
        } catch (StoreException e) {
          LOG.warn("{} alerts wait for the database: {}", batch.size(), e.getMessage());
          giveBack(batch);
          done(e);
          if (!sleep(pause)) {
            return;
          }
          pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Empty once it is closed and everything was taken. */
  private List<Alert> take() throws InterruptedException {
    lock.lock();
    try {
      while (urgent.isEmpty() && patient.isEmpty() && !closed) {
        changed.await();
      }
      List<Alert> batch = new ArrayList<>();
      take(urgent, batch);
      take(patient, batch);
      busy = !batch.isEmpty();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private static void take(Map<String, Alert> waiting, List<Alert> batch) {
    Iterator<Alert> next = waiting.values().iterator();
    while (batch.size() < MOST && next.hasNext()) {
      batch.add(next.next());
      next.remove();
    }
  }

  /** A newer state that has come meanwhile stays. */
  private void giveBack(List<Alert> batch) {
    lock.lock();
    try {
      for (Alert a : batch) {
        if (!patient.containsKey(a.key())) {
          urgent.putIfAbsent(a.key(), a);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void done(StoreException why) {
    lock.lock();
    try {
      busy = false;
      refusal = why;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits before the next attempt; false where it is closed: then it has been the last one. */
  private boolean sleep(long millis) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (left > 0 && !closed) {
        left = changed.awaitNanos(left);
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** One alert that cannot be stored must not keep the others out. */
  private void store(List<Alert> batch) {
    List<StoredAlert> revised;
    try {
      revised = store.publish(batch, clock.instant(), raises);
    } catch (RuntimeException e) {
      if (e instanceof StoreException refused && !refused.isPermanent()) {
        throw e;
      }
      if (batch.size() > 1) {
        batch.forEach(a -> store(List.of(a)));
      } else {
        received.remove(batch.get(0).key());
        LOG.error("the store refuses {}", batch.get(0), e);
      }
      return;
    }
    if (!revised.isEmpty()) {
      tell(revised);
    }
    for (StoredAlert alert : revised) {
      Instant since = received.get(alert.alert().key());
      if (since != null) {
        latency.record(Duration.between(since, clock.instant()));
      }
    }
    batch.forEach(a -> received.remove(a.key()));
  }

  private void tell(List<StoredAlert> revised) {
    for (AlertFeed feed : feeds) {
      try {
        feed.accept(revised);
      } catch (RuntimeException e) {
        LOG.error("a feed of alerts failed", e);
      }
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
