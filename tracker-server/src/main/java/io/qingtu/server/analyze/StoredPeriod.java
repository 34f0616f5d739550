package io.qingtu.server.analyze;

import io.qingtu.route.Ledger;
import io.qingtu.route.PeriodAnalysis;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import io.qingtu.route.trip.Trip;
import io.qingtu.server.store.PositionStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleConsumer;

/**
 * Analyzes a period that is in the store, as the batch run does one of files, and stores nothing:
 * rules are tried on it, reports are checked with it. It reads a day while the day before is
 * analyzed, so that its memory is that of two days and not of the period.
 */
public final class StoredPeriod {
  /**
   * How long before the period the vehicles are watched, only to know in which state they enter it:
   * longer than a load is believed without new evidence.
   */
  private static final Duration WARM_UP = Duration.ofHours(12);

  private final PositionStream positions;
  private final int threads;

  /**
   * @param threads that analyze, beside the one that reads
   */
  public StoredPeriod(PositionStream positions, int threads) {
    this.positions = positions;
    this.threads = threads;
  }

  /**
   * Runs the whole rule catalogue.
   *
   * @param from first moment; alerts and trips that began earlier are left out
   * @param to first moment that is no longer wanted
   * @param progress is told the share that is done, 0–1; may throw to break off
   */
  public Ledger analyze(RuleSet rules, Instant from, Instant to, DoubleConsumer progress) {
    PeriodAnalysis analysis = new PeriodAnalysis(rules);
    ExecutorService workers = Executors.newFixedThreadPool(threads, StoredPeriod::worker);
    try {
      List<Instant> cuts = cuts(from.minus(WARM_UP), to);
      CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
      for (int i = 1; i < cuts.size(); i++) {
        List<Map<String, List<Position>>> day = read(analysis, cuts.get(i - 1), cuts.get(i));
        before.join();
        before = analyze(analysis, day, workers);
        progress.accept((double) i / cuts.size());
      }
      before.join();
      return within(analysis.conclude(), from);
    } finally {
      workers.shutdownNow();
    }
  }

  /** One share of the vehicles a worker. */
  private List<Map<String, List<Position>>> read(
      PeriodAnalysis analysis, Instant from, Instant to) {
    List<Map<String, List<Position>>> shares = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      shares.add(new HashMap<>());
    }
    positions.read(
        from,
        to,
        p -> {
          if (analysis.knows(p.plate())) {
            shares
                .get(Math.floorMod(p.plate().hashCode(), threads))
                .computeIfAbsent(p.plate(), k -> new ArrayList<>())
                .add(p);
          }
        });
    return shares;
  }

  private static CompletableFuture<Void> analyze(
      PeriodAnalysis analysis, List<Map<String, List<Position>>> shares, ExecutorService workers) {
    return CompletableFuture.allOf(
        shares.stream()
            .map(
                share -> CompletableFuture.runAsync(() -> share.forEach(analysis::accept), workers))
            .toArray(CompletableFuture[]::new));
  }

  /** The period's ends and the city's midnights between. */
  private static List<Instant> cuts(Instant from, Instant to) {
    List<Instant> cuts = new ArrayList<>(List.of(from));
    LocalDate day = from.atZone(DailyHours.CITY_ZONE).toLocalDate().plusDays(1);
    Instant midnight = day.atStartOfDay(DailyHours.CITY_ZONE).toInstant();
    while (midnight.isBefore(to)) {
      cuts.add(midnight);
      day = day.plusDays(1);
      midnight = day.atStartOfDay(DailyHours.CITY_ZONE).toInstant();
    }
    cuts.add(to);
    return cuts;
  }

  private static Ledger within(Ledger ledger, Instant from) {
    LocalDate firstDay = from.atZone(DailyHours.CITY_ZONE).toLocalDate();
    List<Alert> alerts = ledger.alerts().stream().filter(a -> !a.start().isBefore(from)).toList();
    List<Trip> trips = ledger.trips().stream().filter(t -> !t.outTime().isBefore(from)).toList();
    return new Ledger(
        alerts,
        trips,
        ledger.passes().stream().filter(p -> !p.windowStart().isBefore(from)).toList(),
        ledger.quality().stream().filter(q -> !q.day().isBefore(firstDay)).toList(),
        ledger.work().stream().filter(w -> !w.day().isBefore(firstDay)).toList(),
        ledger.points().stream().filter(p -> !p.windowStart().isBefore(from)).toList(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Thread worker(Runnable task) {
    Thread thread = new Thread(task, "period-analysis");
    thread.setDaemon(true);
    return thread;
  }
}
