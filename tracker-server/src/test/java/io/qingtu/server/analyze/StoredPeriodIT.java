package io.qingtu.server.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.golden.GoldenTracks;
import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.track.Position;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.PositionStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A period read back from the store, against the same period analyzed from files. */
class StoredPeriodIT {
  @TempDir Path folder;
  private TestDatabase server;
  private Database database;
  private DataSet data;

  @BeforeEach
  void open() {
    server = TestDatabase.forClass(getClass());
    database = new Database(Database.Config.of(server.url()));
  }

  @AfterEach
  void close() {
    if (database != null) {
      database.close();
    }
    server.close();
  }

  private void fill(int track) throws IOException {
    GoldenTracks.of(track).write(folder);
    data = DataSet.read(folder);
    new PlanStore(database).write(data.plan());
    Map<String, Integer> ids = new HashMap<>();
    database.query(
        "select plate, id from vehicle", row -> ids.put(row.getString(1), row.getInt(2)));
    List<PositionRow> rows = new ArrayList<>();
    for (Position p : data.positions()) {
      rows.add(new PositionRow(ids.get(p.plate()), p, new byte[] {1, 2}));
    }
    new PositionStore(database).save(rows);
  }

  private StoredPeriod stored() {
    return new StoredPeriod(new PositionStream(database), 2);
  }

  private RuleSet rules() {
    return new RuleSet(data.plan(), Parameters.DEFAULTS);
  }

  private Instant firstFix() {
    return data.positions().stream().map(Position::fixTime).min(Comparator.naturalOrder()).get();
  }

  private Instant afterLastFix() {
    return data.positions().stream()
        .map(Position::fixTime)
        .max(Comparator.naturalOrder())
        .get()
        .plusSeconds(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 6, 18, 29})
  void findsInTheStoreWhatABatchFindsInFiles(int track) throws IOException {
    fill(track);
    Ledger files = BatchAnalysis.run(rules(), data.positions());
    List<Double> progress = new ArrayList<>();
    Ledger read = stored().analyze(rules(), firstFix(), afterLastFix(), progress::add);
    assertFalse(files.alerts().isEmpty());
    assertEquals(files, read);
    assertFalse(progress.isEmpty());
    for (int i = 1; i < progress.size(); i++) {
      assertTrue(progress.get(i) > progress.get(i - 1), "progress " + progress);
    }
  }

  @Test
  void everyPositionComesBackAsItWasStored() throws IOException {
    fill(2);
    List<Position> read = new ArrayList<>();
    new PositionStream(database).read(firstFix(), afterLastFix(), read::add);
    Comparator<Position> order =
        Comparator.comparing(Position::plate).thenComparing(Position::fixTime);
    read.sort(order);
    assertEquals(data.positions().stream().sorted(order).toList(), read);
  }

  @Test
  void aStretchHasItsFirstMomentAndNotItsLast() throws IOException {
    fill(2);
    Instant from = firstFix().plusSeconds(600);
    Instant to = from.plusSeconds(600);
    List<Position> read = new ArrayList<>();
    new PositionStream(database).read(from, to, read::add);
    assertEquals(
        data.positions().stream()
            .filter(p -> !p.fixTime().isBefore(from) && p.fixTime().isBefore(to))
            .count(),
        read.size());
  }

  @Test
  void whatBeganBeforeThePeriodIsOnlyItsWarmUp() throws IOException {
    fill(2);
    Ledger whole = stored().analyze(rules(), firstFix(), afterLastFix(), share -> {});
    Instant from = whole.alerts().get(0).start().plusSeconds(1);
    Ledger later = stored().analyze(rules(), from, afterLastFix(), share -> {});
    assertEquals(
        whole.alerts().stream().filter(a -> !a.start().isBefore(from)).toList(), later.alerts());
    assertFalse(later.alerts().isEmpty());
    assertTrue(later.trips().stream().noneMatch(t -> t.outTime().isBefore(from)));
  }

  @Test
  void whoeverIsToldTheProgressMayBreakItOff() throws IOException {
    fill(6);
    assertThrows(
        CancellationException.class,
        () ->
            stored()
                .analyze(
                    rules(),
                    firstFix().minus(Duration.ofDays(2)),
                    afterLastFix(),
                    share -> {
                      throw new CancellationException();
                    }));
    assertEquals(data.positions().size(), new PositionStore(database).count());
  }
}
