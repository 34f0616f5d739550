package io.qingtu.server.ingest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Submissions on their way to one writer, in order. Full does not mean refused: whoever fills it is
 * told to stop reading and is called when half of it is stored.
 */
final class SubmissionQueue {
  /**
   * Rows for which a commit is made at once: its own cost is no longer much beside theirs. While it
   * is made, the next ones gather, the more the longer it takes.
   */
  static final int ENOUGH = 250;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Submission> queue = new ArrayDeque<>();
  private final List<Runnable> stopped = new ArrayList<>();
  private final int capacity;
  private int size;
  private int wanted;
  private boolean closed;

  /**
   * @param capacity rows from which whoever brings more has to stop
   */
  SubmissionQueue(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Adds what has been read already, full or not.
   *
   * @param resume called when there is room again; only where this returns false
   * @return whether there is room for more
   * @throws IllegalStateException after {@link #close()}
   */
  boolean add(Submission submission, Runnable resume) {
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the store is closing");
      }
      queue.add(submission);
      size += submission.size();
      if (size >= wanted) {
        changed.signal();
      }
      if (size < capacity) {
        return true;
      }
      stopped.add(resume);
      return false;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the first submission and then, while they are few, for more of them.
   *
   * @param patience how long to wait for the first, ns
   * @return empty where none comes in that time, and once the queue {@link #isDone()}
   */
  List<Submission> take(int mostRows, Duration linger, long patience) throws InterruptedException {
    List<Submission> batch = new ArrayList<>();
    List<Runnable> resumed = List.of();
    lock.lock();
    try {
      awaitFirst(patience);
      if (!queue.isEmpty()) {
        // full: nobody may bring more before something is taken
        awaitRows(Math.min(Math.min(ENOUGH, mostRows), capacity), linger.toNanos());
      }
      int rows = 0;
      while (!queue.isEmpty() && rows < mostRows) {
        Submission next = queue.remove();
        rows += next.size();
        batch.add(next);
      }
      size -= rows;
      if (size <= capacity / 2 && !stopped.isEmpty()) {
        resumed = List.copyOf(stopped);
        stopped.clear();
      }
    } finally {
      lock.unlock();
    }
    resumed.forEach(Runnable::run);
    return batch;
  }

  /** Some have no rows. */
  private void awaitFirst(long nanos) throws InterruptedException {
    wanted = 0;
    long left = nanos;
    while (queue.isEmpty() && !closed && left > 0) {
      left = changed.awaitNanos(left);
    }
  }

  private void awaitRows(int rows, long nanos) throws InterruptedException {
    wanted = rows;
    long left = nanos;
    while (size < rows && !closed && left > 0) {
      left = changed.awaitNanos(left);
    }
  }

  /** Whether it is closed and everything was taken. */
  boolean isDone() {
    lock.lock();
    try {
      return closed && queue.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Waits a moment between two attempts; returns at once, and false, where the queue is closed. */
  boolean pause(Duration time) throws InterruptedException {
    lock.lock();
    try {
      long left = time.toNanos();
      while (!closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** When the one that has waited longest came, by {@link System#nanoTime}; empty without one. */
  OptionalLong oldest() {
    lock.lock();
    try {
      return queue.isEmpty() ? OptionalLong.empty() : OptionalLong.of(queue.peek().since());
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  /** Nothing more comes in; what is there can still be taken. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
