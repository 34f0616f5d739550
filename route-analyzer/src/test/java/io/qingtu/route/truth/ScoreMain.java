package io.qingtu.route.truth;

import io.qingtu.fixtures.days.FleetDay;
import io.qingtu.fixtures.days.TerminalDays;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The measure of how right the alarms are, for the command line: {@code VEHICLE_DAYS SEED [RULE…]}.
 * Prints a table and one line of JSON; for the rules named it tells every miss and every false
 * alarm, and what the vehicle did, on standard error.
 */
final class ScoreMain {
  private ScoreMain() {}

  /** Fleets of consecutive seeds, handed out one by one. */
  private record Fleets(long seed, long count, AtomicLong next) {
    /** The seed of the next fleet; -1 where all are handed out. */
    long take() {
      long n = next.getAndIncrement();
      return n < count ? seed * 1_000_000 + n : -1;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    long wanted = Long.parseLong(args[0]);
    long seed = Long.parseLong(args[1]);
    Set<String> told = Set.copyOf(Arrays.asList(args).subList(2, args.length));
    long began = System.nanoTime();
    Scores total = new Scores();
    AtomicLong next = new AtomicLong();
    long each = FleetDay.VEHICLES + TerminalDays.VEHICLE_DAYS;
    long fleets = (wanted + each - 1) / each;
    Thread[] workers = new Thread[Runtime.getRuntime().availableProcessors()];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = new Thread(() -> work(new Fleets(seed, fleets, next), told, total));
      workers[i].setUncaughtExceptionHandler(ScoreMain::giveUp);
      workers[i].start();
    }
    for (Thread t : workers) {
      t.join();
    }
    System.out.print(total.table());
    System.out.println(total.json(seed, (System.nanoTime() - began) / 1e9));
  }

  /** A table of fewer days than were asked for would pass for the whole. */
  private static void giveUp(Thread worker, Throwable why) {
    why.printStackTrace();
    System.exit(1);
  }

  private static void work(Fleets fleets, Set<String> told, Scores total) {
    Scorer scorer =
        new Scorer(
            (rule, wrong) -> {
              if (told.contains(rule)) {
                System.err.println(wrong);
              }
            });
    for (long s = fleets.take(); s >= 0; s = fleets.take()) {
      Scores scores = scorer.score(FleetDay.of(s, true), String.valueOf(s));
      scores.add(scorer.score(TerminalDays.of(s, true), "T" + s));
      synchronized (total) {
        total.add(scores);
      }
    }
  }
}
