package io.qingtu.server.analyze;

import static io.qingtu.fixtures.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.golden.GoldenTrack;
import io.qingtu.fixtures.golden.GoldenTracks;
import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.rule.SuspectedDump;
import io.qingtu.route.track.Position;
import io.qingtu.server.HandClock;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.LedgerStore;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.Scope;
import io.qingtu.server.store.StayQueries;
import io.qingtu.server.store.StoredAlert;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden tracks as they arrive, through the store, against all of them at once. */
class LiveAsBatchIT {
  private static final AnalysisConfig CONFIG =
      new AnalysisConfig(
          true,
          2,
          Duration.ofDays(20),
          Duration.ofMinutes(2),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          "");

  static List<GoldenTrack> tracks() {
    return GoldenTracks.all();
  }

  @ParameterizedTest
  @MethodSource("tracks")
  void findsTheAlertsAndStaysThatABatchFinds(GoldenTrack track, @TempDir Path folder)
      throws IOException {
    track.write(folder);
    DataSet data = DataSet.read(folder);
    RuleSet rules = new RuleSet(data.plan(), Parameters.DEFAULTS);
    Ledger ledger = BatchAnalysis.run(rules, data.positions());
    List<String> batch = new ArrayList<>(lines(ledger.alerts()));
    ledger.suspects().stream().map(LiveAsBatchIT::line).sorted().forEach(batch::add);
    HandClock clock = new HandClock(data.positions().get(0).receivedTime());
    try (TestDatabase server = TestDatabase.forClass(getClass());
        Database database = new Database(Database.Config.of(server.url()))) {
      new PlanStore(database).write(data.plan());
      PositionStore positions = new PositionStore(database);
      AlertStore alerts = new AlertStore(database);
      try (LiveAnalysis live =
          new LiveAnalysis(
              CONFIG,
              clock,
              positions,
              alerts,
              new LedgerStore(database),
              List.of(),
              new SimpleMeterRegistry())) {
        live.start(rules);
        Instant last = feed(data.positions(), ids(database), positions, live, clock);
        clock.now = last.plus(CONFIG.lateness());
        live.judgeNow();
        // fixes that a slow machine took after the clock had passed them wait for quiet
        clock.now = clock.now.plus(CONFIG.quietTime()).plusSeconds(1);
        await("what the batch finds")
            .pollInterval(Duration.ofMillis(200))
            .untilAsserted(
                () -> {
                  live.judgeNow();
                  List<String> found = filed(database, alerts, last.plusSeconds(86_400));
                  assertEquals(String.join("\n", batch), String.join("\n", found));
                });
      }
    }
  }

  private static List<String> filed(Database database, AlertStore alerts, Instant until) {
    List<String> filed =
        new ArrayList<>(
            lines(
                alerts.between(Instant.EPOCH, until).stream()
                    .map(StoredAlert::alert)
                    .filter(a -> !CityJudge.LATE_DATA.equals(a.reason()))
                    .filter(a -> a.status() != AlertStatus.MERGED)
                    .toList()));
    new StayQueries(database)
        .suspects(Instant.EPOCH, until, Scope.CITY).stream()
            .map(s -> stay(s.plate(), s.start(), s.score()))
            .sorted()
            .forEach(filed::add);
    return filed;
  }

  private static String line(SuspectedDump s) {
    return stay(s.plate(), s.start(), s.score());
  }

  private static String stay(String plate, Instant start, double score) {
    return "stay " + plate + " " + start + " " + score;
  }

  private static Map<String, Integer> ids(Database database) {
    Map<String, Integer> ids = new HashMap<>();
    database.query(
        "select plate, id from vehicle", row -> ids.put(row.getString(1), row.getInt(2)));
    return ids;
  }

  /** In the order of reception; returns the newest fix time. */
  private static Instant feed(
      List<Position> all,
      Map<String, Integer> ids,
      PositionStore store,
      LiveAnalysis live,
      HandClock clock) {
    List<Position> arriving = new ArrayList<>(all);
    arriving.sort(Comparator.comparing(Position::receivedTime).thenComparing(Position::fixTime));
    Instant last = Instant.EPOCH;
    int batch = 50;
    for (int at = 0; at < arriving.size(); at += batch) {
      List<Position> some = arriving.subList(at, Math.min(arriving.size(), at + batch));
      clock.now = some.get(some.size() - 1).receivedTime();
      List<PositionRow> fresh =
          store.save(
              some.stream()
                  .filter(p -> ids.containsKey(p.plate()))
                  .map(p -> new PositionRow(ids.get(p.plate()), p, new byte[0]))
                  .toList());
      live.accept(fresh.stream().map(PositionRow::position).toList());
      for (Position p : some) {
        last = p.fixTime().isAfter(last) ? p.fixTime() : last;
      }
    }
    return last;
  }

  private static List<String> lines(Collection<Alert> alerts) {
    return alerts.stream()
        .filter(a -> a.status() != AlertStatus.RETRACTED)
        .map(a -> a.key() + " " + standing(a) + " " + a.grade() + " " + a.severity())
        .sorted()
        .toList();
  }

  /**
   * What waits for a paper that may still come is a candidate live; a batch's data are complete.
   */
  private static AlertStatus standing(Alert a) {
    boolean waits = a.status() == AlertStatus.CANDIDATE && a.end() != null;
    return waits ? AlertStatus.ENDED : a.status();
  }
}
