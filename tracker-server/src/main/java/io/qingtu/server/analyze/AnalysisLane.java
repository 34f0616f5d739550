package io.qingtu.server.analyze;

import io.qingtu.route.track.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread of the analysis with the worker that belongs to it, and what waits for it. */
final class AnalysisLane {
  private static final Logger LOG = LoggerFactory.getLogger(AnalysisLane.class);

  /** Batches that may wait for a worker; then the writer of positions waits. */
  private static final int WAITING_BATCHES = 256;

  private static final long PATIENCE_SECONDS = 30;

  private final ThreadPoolExecutor thread;
  private final AnalysisWorker worker;

  /** Of the batches that wait and of the one that is analyzed, the oldest first. */
  private final Queue<Instant> received = new ConcurrentLinkedQueue<>();

  AnalysisLane(String name, AnalysisWorker worker) {
    this.worker = worker;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_BATCHES),
            task -> new Thread(task, name),
            AnalysisLane::await);
  }

  /** Whoever brings more than the thread can take waits for it. */
  private static void await(Runnable task, ThreadPoolExecutor thread) {
    try {
      if (thread.isShutdown()) {
        throw new RejectedExecutionException("the analysis is closing");
      }
      thread.getQueue().put(task);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException("interrupted", e);
    }
  }

  /** Takes one vehicle's fixes in the order of fix time; they are analyzed later. */
  void accept(String plate, List<Position> fixes) {
    received.add(fixes.get(0).receivedTime());
    thread.execute(
        () -> {
          try {
            worker.accept(plate, fixes);
          } finally {
            received.remove();
          }
        });
  }

  /** When the oldest came of the fixes that wait; empty where none do. */
  Optional<Instant> oldest() {
    return Optional.ofNullable(received.peek());
  }

  <T> CompletableFuture<T> ask(Function<AnalysisWorker, T> question) {
    return CompletableFuture.supplyAsync(() -> question.apply(worker), thread);
  }

  /** Brings its vehicles to where they were. */
  CompletableFuture<Void> resume() {
    return CompletableFuture.runAsync(() -> inSteps(worker::resumeNext), thread);
  }

  /** What its vehicles have found. */
  CompletableFuture<AnalysisWorker.Report> report() {
    return ask(
        own -> {
          AnalysisWorker.Survey survey = own.survey();
          inSteps(survey::next);
          return survey.report();
        });
  }

  /** Goes on while there is a next step; what comes in between goes first. */
  private void inSteps(BooleanSupplier step) {
    while (!thread.isShutdown() && step.getAsBoolean()) {
      for (Runnable r = thread.getQueue().poll(); r != null; r = thread.getQueue().poll()) {
        run(r);
      }
    }
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("the analysis lost a batch", e);
    }
  }

  /** Takes no more; what waits is done. */
  void close() {
    thread.shutdown();
  }

  /** Returns when what waited is done, or takes too long. */
  void awaitEnd() throws InterruptedException {
    thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
