package io.qingtu.server.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.qingtu.fixtures.OwnProcess;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.golden.GoldenTracks;
import io.qingtu.route.alert.AlertStatus;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import io.qingtu.server.HandClock;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.server.store.AlertStore;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.LedgerStore;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The process that analyzes is killed three times in the middle of a story and started again, with
 * nothing left but the database: its ledger is that of a process that ran through.
 */
class KilledAnalysisIT {
  private static final int BATCH = 40;
  private static final String DONE = "done";
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final AnalysisConfig CONFIG =
      new AnalysisConfig(
          true,
          2,
          Duration.ofHours(36),
          Duration.ofMinutes(2),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          "");

  /**
   * Its arguments are the database's URL, the folder of the data set and the first batch to take.
   */
  static final class Main {
    private Main() {}

    public static void main(String[] args) {
      DataSet data = DataSet.read(Path.of(args[1]));
      List<Position> arriving = new ArrayList<>(data.positions());
      arriving.sort(Comparator.comparing(Position::receivedTime).thenComparing(Position::fixTime));
      List<List<Position>> batches = new ArrayList<>();
      for (int at = 0; at < arriving.size(); at += BATCH) {
        batches.add(arriving.subList(at, Math.min(arriving.size(), at + BATCH)));
      }
      int first = Integer.parseInt(args[2]);
      HandClock clock = new HandClock(received(batches.get(Math.max(0, first - 1))));
      try (Database database = new Database(Database.Config.of(args[0]));
          LiveAnalysis live = analysis(database, clock)) {
        new PlanStore(database).write(data.plan());
        Map<String, Integer> ids = new HashMap<>();
        database.query(
            "select plate, id from vehicle", row -> ids.put(row.getString(1), row.getInt(2)));
        PositionStore store = new PositionStore(database);
        live.start(new RuleSet(data.plan(), Parameters.DEFAULTS));
        for (int i = first; i < batches.size(); i++) {
          clock.now = received(batches.get(i));
          List<PositionRow> fresh =
              store.save(
                  batches.get(i).stream()
                      .map(p -> new PositionRow(ids.get(p.plate()), p, new byte[0]))
                      .toList());
          live.accept(fresh.stream().map(PositionRow::position).toList());
          System.out.println(i);
        }
        clock.now = clock.now.plus(CONFIG.lateness()).plus(CONFIG.quietTime()).plusSeconds(1);
        live.judgeNow();
        live.reload(new RuleSet(data.plan(), Parameters.DEFAULTS));
        live.judgeNow();
        System.out.println(DONE);
      }
    }

    private static LiveAnalysis analysis(Database database, HandClock clock) {
      return new LiveAnalysis(
          CONFIG,
          clock,
          new PositionStore(database),
          new AlertStore(database),
          new LedgerStore(database),
          List.of(),
          new SimpleMeterRegistry());
    }

    private static Instant received(List<Position> batch) {
      return batch.get(batch.size() - 1).receivedTime();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 6, 18, 30})
  void itsLedgerIsThatOfAnUninterruptedOne(int track, @TempDir Path folder) throws Exception {
    GoldenTracks.of(track).write(folder);
    int batches = (DataSet.read(folder).positions().size() + BATCH - 1) / BATCH;
    String uninterrupted;
    try (TestDatabase server = TestDatabase.forClass(getClass())) {
      run(server, folder, 0, batches);
      uninterrupted = ledger(server);
    }
    try (TestDatabase server = TestDatabase.forClass(getClass())) {
      int from = 0;
      for (int kill = 1; kill <= 3; kill++) {
        from = run(server, folder, from, kill * batches / 4) + 1;
      }
      run(server, folder, from, batches);
      assertEquals(uninterrupted, ledger(server));
    }
    assertFalse(uninterrupted.isEmpty());
  }

  /**
   * @param killAt batch after which the process is killed
   * @return the last batch that it was seen to have stored
   */
  private static int run(TestDatabase server, Path folder, int from, int killAt)
      throws IOException, InterruptedException {
    Process process =
        OwnProcess.start(Main.class, server.url(), folder.toString(), Integer.toString(from));
    int last = from - 1;
    try (BufferedReader out = process.inputReader()) {
      String line = out.readLine();
      while (line != null && !line.equals(DONE) && last < killAt) {
        last = line.matches("\\d+") ? Integer.parseInt(line) : last;
        line = out.readLine();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return last;
  }

  /** What is on file; what late data took back may differ by what was told before they came. */
  private static String ledger(TestDatabase server) {
    StringBuilder lines = new StringBuilder();
    try (Database database = new Database(Database.Config.of(server.url()))) {
      new AlertStore(database)
          .between(Instant.EPOCH, LATEST).stream()
              .map(a -> a.alert())
              .filter(a -> a.status() != AlertStatus.RETRACTED)
              .sorted(Comparator.comparing(a -> a.key()))
              .forEach(a -> lines.append(a).append('\n'));
      LedgerStore ledger = new LedgerStore(database);
      ledger.trips(Instant.EPOCH, LATEST).forEach(t -> lines.append(t).append('\n'));
      ledger.passes(Instant.EPOCH, LATEST).forEach(p -> lines.append(p).append('\n'));
      ledger
          .quality(LocalDate.EPOCH, LocalDate.of(2100, 1, 1))
          .forEach(q -> lines.append(q).append('\n'));
    }
    return lines.toString();
  }
}
