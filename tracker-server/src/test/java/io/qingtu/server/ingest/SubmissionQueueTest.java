package io.qingtu.server.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.server.store.QuarantinedReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Order, bounds and the moment at which a terminal is read again. */
class SubmissionQueueTest {
  private static final Duration NO_LINGER = Duration.ZERO;
  private static final long FOREVER = Long.MAX_VALUE;
  private final List<String> resumed = new ArrayList<>();

  private static Submission rows(int count) {
    QuarantinedReport row = new QuarantinedReport(Instant.EPOCH, 1, "", new byte[0]);
    return new Submission(
        List.of(), Collections.nCopies(count, row), 0, Runnable::run, () -> {}, () -> {});
  }

  private static final Runnable NEVER =
      () -> {
        throw new AssertionError("was not told to stop");
      };

  @Test
  void hasRoomBelowItsCapacityAndNoneAtIt() {
    SubmissionQueue queue = new SubmissionQueue(4);
    assertTrue(queue.add(rows(3), NEVER));
    assertFalse(queue.add(rows(1), () -> resumed.add("a")));
  }

  @Test
  void takesWhatWasReadAlreadyEvenWhenFull() throws InterruptedException {
    SubmissionQueue queue = new SubmissionQueue(1);
    queue.add(rows(1), () -> {});
    assertFalse(queue.add(rows(2), () -> {}));
    assertEquals(3, queue.size());
    assertEquals(2, queue.take(100, NO_LINGER, FOREVER).size());
  }

  @Test
  void callsTheStoppedOnesWhenHalfIsTakenAndNotBefore() throws InterruptedException {
    SubmissionQueue queue = new SubmissionQueue(4);
    queue.add(rows(1), NEVER);
    queue.add(rows(1), NEVER);
    queue.add(rows(1), NEVER);
    queue.add(rows(1), () -> resumed.add("a"));
    queue.take(1, NO_LINGER, FOREVER);
    assertEquals(List.of(), resumed);
    queue.take(1, NO_LINGER, FOREVER);
    assertEquals(List.of("a"), resumed);
    queue.take(1, NO_LINGER, FOREVER);
    assertEquals(List.of("a"), resumed);
  }

  @Test
  void keepsTheOrderAndTheSizeOfABatch() throws InterruptedException {
    SubmissionQueue queue = new SubmissionQueue(100);
    Submission first = rows(2);
    Submission second = rows(2);
    Submission third = rows(2);
    queue.add(first, NEVER);
    queue.add(second, NEVER);
    queue.add(third, NEVER);
    assertEquals(List.of(first, second), queue.take(3, NO_LINGER, FOREVER));
    assertEquals(List.of(third), queue.take(3, NO_LINGER, FOREVER));
  }

  @Test
  void handsOutTheRestAfterItIsClosedAndThenNothing() throws InterruptedException {
    SubmissionQueue queue = new SubmissionQueue(100);
    queue.add(rows(1), NEVER);
    queue.close();
    assertEquals(1, queue.take(10, Duration.ofDays(1), FOREVER).size());
    assertEquals(List.of(), queue.take(10, Duration.ofDays(1), FOREVER));
    assertFalse(queue.pause(Duration.ofDays(1)));
    assertThrows(IllegalStateException.class, () -> queue.add(rows(1), NEVER));
  }

  @Test
  void doesNotLingerWhenFull() throws InterruptedException {
    SubmissionQueue queue = new SubmissionQueue(1);
    queue.add(rows(1), () -> {});
    assertEquals(1, queue.take(10, Duration.ofDays(1), FOREVER).size());
  }

  @Test
  void doesNotLingerWhereThereIsEnoughForACommit() throws InterruptedException {
    SubmissionQueue queue = new SubmissionQueue(10_000);
    queue.add(rows(SubmissionQueue.ENOUGH - 1), NEVER);
    queue.add(rows(1), NEVER);
    assertEquals(2, queue.take(10_000, Duration.ofDays(1), FOREVER).size());
  }

  @Test
  void lingersForEnoughAndTakesWhatHasComeUntilThen() throws Exception {
    SubmissionQueue queue = new SubmissionQueue(10_000);
    queue.add(rows(SubmissionQueue.ENOUGH - 1), NEVER);
    CompletableFuture<Integer> taken = new CompletableFuture<>();
    Thread taker =
        new Thread(
            () -> {
              try {
                taken.complete(queue.take(10_000, Duration.ofDays(1), FOREVER).size());
              } catch (InterruptedException e) {
                taken.completeExceptionally(e);
              }
            });
    taker.start();
    while (taker.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    assertFalse(taken.isDone());
    queue.add(rows(1), NEVER);
    assertEquals(2, taken.get());
  }

  @Test
  void givesUpWaitingForTheFirstAndIsNotDone() throws InterruptedException {
    SubmissionQueue queue = new SubmissionQueue(4);
    assertEquals(List.of(), queue.take(10, Duration.ofDays(1), 0));
    assertFalse(queue.isDone());
    queue.close();
    assertTrue(queue.isDone());
  }

  @Test
  void handsOutAMessageWithoutRows() throws InterruptedException {
    SubmissionQueue queue = new SubmissionQueue(4);
    queue.add(rows(0), NEVER);
    assertEquals(1, queue.take(10, NO_LINGER, FOREVER).size());
  }
}
