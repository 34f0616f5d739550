package io.qingtu.web.bench;

import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * The month that {@code bench query} asks about, invented: every hundredth vehicle reports all day
 * long, once in ten seconds; the others for two hours of the evening, once in thirty seconds. Ten
 * thousand of them leave a hundred million positions in thirty days.
 */
record QueryMonth(int vehicles, int days) {
  static final Instant BEGIN = Instant.parse("2026-10-01T00:00:00Z");

  /** Every so many-th vehicle reports all day long. */
  private static final int ALL_DAY = 100;

  private static final int STEP_SECONDS = 10;
  private static final int STEPS_A_DAY = 86_400 / STEP_SECONDS;

  /** The others report at every third step, in turn. */
  private static final int THIN = 3;

  /** 20:00 in China. */
  private static final int EVENING = 12 * 3600 / STEP_SECONDS;

  private static final int EVENING_STEPS = 250 * THIN;

  /** At 36 km/h, m. */
  private static final int STEP_METRES = 100;

  private static final int BATCH = 5_000;
  private static final byte[] NO_ITEMS = {};

  /** A moment in the evening of a day, when all are on the road. */
  Instant evening(int day) {
    return BEGIN.plus(Duration.ofDays(day % days)).plusSeconds((EVENING + 200L) * STEP_SECONDS);
  }

  /** A vehicle that reports all day long. */
  String busy(int i) {
    return LoopFleet.plate(ALL_DAY * (1 + i % Math.max(1, vehicles / ALL_DAY)));
  }

  /** Stores it, in the order of time as a gateway does, on two connections. */
  void fill(PositionStore store, PrintStream progress) {
    store.prepare(BEGIN, BEGIN.plus(Duration.ofDays(days)));
    CompletableFuture<Void> other = CompletableFuture.runAsync(() -> fill(store, 1, progress));
    fill(store, 0, progress);
    other.join();
  }

  /**
   * @param half of the fleet, by hundreds
   */
  private void fill(PositionStore store, int half, PrintStream progress) {
    int[] fleet = IntStream.rangeClosed(1, vehicles).filter(v -> v / ALL_DAY % 2 == half).toArray();
    List<PositionRow> batch = new ArrayList<>(BATCH);
    for (int day = 0; day < days; day++) {
      for (int step = 0; step < STEPS_A_DAY; step++) {
        Instant at = BEGIN.plus(Duration.ofDays(day)).plusSeconds((long) step * STEP_SECONDS);
        for (int v : fleet) {
          if (reports(v, step)) {
            batch.add(
                new PositionRow(
                    v,
                    LoopFleet.fix(v, STEP_METRES * step, at.plusSeconds(v % STEP_SECONDS)),
                    NO_ITEMS));
            if (batch.size() == BATCH) {
              store.save(batch);
              batch.clear();
            }
          }
        }
      }
      if (half == 0) {
        progress.printf("day %d of %d is stored%n", day + 1, days);
      }
    }
    if (!batch.isEmpty()) {
      store.save(batch);
    }
  }

  private static boolean reports(int v, int step) {
    if (v % ALL_DAY == 0) {
      return true;
    }
    return step >= EVENING && step < EVENING + EVENING_STEPS && (v + step) % THIN == 0;
  }
}
