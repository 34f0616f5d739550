package io.qingtu.server.ingest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Submissions on their way to one writer, in order. Full does not mean refused: whoever fills it is
 * told to stop reading and is called when half of it is stored.
 */
final class SubmissionQueue {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Submission> queue = new ArrayDeque<>();
  private final List<Runnable> stopped = new ArrayList<>();
  private final int capacity;
  private int size;
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
      changed.signal();
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
   * Waits for the first submission and then, for a moment, for more of them.
   *
   * @return empty once the queue is closed and everything was taken
   */
  List<Submission> take(int mostRows, Duration linger) throws InterruptedException {
    List<Submission> batch = new ArrayList<>();
    List<Runnable> resumed = List.of();
    lock.lock();
    try {
      while (queue.isEmpty() && !closed) {
        changed.await();
      }
      long left = linger.toNanos();
      // full: nobody may bring more before something is taken
      while (size < Math.min(mostRows, capacity) && !closed && left > 0) {
        left = changed.awaitNanos(left);
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
