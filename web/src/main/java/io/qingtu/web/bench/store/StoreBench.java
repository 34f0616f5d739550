package io.qingtu.web.bench.store;

import io.qingtu.server.store.Database;
import io.qingtu.server.store.LastPositions;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PositionRow;
import io.qingtu.server.store.PositionSpace;
import io.qingtu.server.store.PositionStore;
import io.qingtu.server.store.TrackChunks;
import io.qingtu.web.bench.BenchResult;
import io.qingtu.web.bench.SyntheticFleet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The write path: the rows alone, and with all that a gateway's writer stores with them, against
 * {@code psql \copy} of the same rows into the same table, in turn. Then how much room a position
 * takes.
 */
public final class StoreBench {
  /** As {@code ingest.batch-rows}. */
  private static final int BATCH = 10_000;

  /**
   * @param vehicles so many
   * @param days that they drive
   * @param rows most that are stored
   * @param rounds of the store and of the floor
   * @param chunk length of a hypertable's chunks
   */
  public record Load(int vehicles, int days, int rows, int rounds, Duration chunk) {}

  private final String url;
  private final Path folder;
  private final PrintStream progress;

  /**
   * @param url JDBC URL of an empty database
   * @param folder for the floor's file
   */
  public StoreBench(String url, Path folder, PrintStream progress) {
    this.url = url;
    this.folder = folder;
    this.progress = progress;
  }

  /** Stores and measures. */
  public BenchResult run(Load load) throws IOException, SQLException, InterruptedException {
    try (Database database = new Database(Database.Config.of(url))) {
      new TrackChunks(database).resize(load.chunk());
      SyntheticFleet fleet = SyntheticFleet.drive(load.days(), load.vehicles());
      new PlanStore(database).write(fleet.plan());
      List<PositionRow> rows = StoreRows.of(fleet, ids(database), load.rows());
      CopyFloor floor = new CopyFloor(url, folder.resolve("positions.copy"), rows);
      progress.printf("%,d positions of %,d vehicles%n", rows.size(), load.vehicles());
      double[] ours = new double[load.rounds()];
      double[] bare = new double[load.rounds()];
      double[] whole = new double[load.rounds()];
      for (int round = 0; round < load.rounds(); round++) {
        empty(database, rows);
        bare[round] = rows.size() / floor.store();
        empty(database, rows);
        ours[round] = rows.size() / copy(database, rows);
        empty(database, rows);
        whole[round] = rows.size() / store(database, rows);
        progress.printf(
            "round %d of %d: rows alone %,.0f/s, with all that goes with them %,.0f/s, floor %,.0f/s%n",
            round + 1, load.rounds(), ours[round], whole[round], bare[round]);
      }
      BenchResult result =
          BenchResult.ofRates(
                  "store",
                  median(ours),
                  "rows/s into the table of positions alone, one connection",
                  median(bare),
                  floor.name())
              .with("rows", rows.size())
              .with("withItemsAndPresence", median(whole));
      return withSpace(result, new PositionSpace(database), rows.size());
    }
  }

  private static Map<String, Integer> ids(Database database) {
    Map<String, Integer> ids = new HashMap<>();
    database.query(
        "select plate, id from vehicle", row -> ids.put(row.getString(1), row.getInt(2)));
    return ids;
  }

  private static void empty(Database database, List<PositionRow> rows) {
    database.update("truncate positions, position_items, presence, last_position");
    new PositionStore(database)
        .prepare(rows.get(0).position().fixTime(), rows.get(rows.size() - 1).position().fixTime());
  }

  /** Seconds; the rows alone. */
  private static double copy(Database database, List<PositionRow> rows) {
    PositionStore store = new PositionStore(database);
    long begun = System.nanoTime();
    for (int from = 0; from < rows.size(); from += BATCH) {
      store.copyRows(rows.subList(from, Math.min(from + BATCH, rows.size())));
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Seconds; with raw items, presence and the last positions, as a gateway's writer does. */
  private static double store(Database database, List<PositionRow> rows) {
    PositionStore store = new PositionStore(database);
    LastPositions last = new LastPositions();
    long begun = System.nanoTime();
    for (int from = 0; from < rows.size(); from += BATCH) {
      store.save(rows.subList(from, Math.min(from + BATCH, rows.size())), List.of(), last);
    }
    store.moveLast(last);
    return (System.nanoTime() - begun) / 1e9;
  }

  private BenchResult withSpace(BenchResult result, PositionSpace space, double rows) {
    PositionSpace.Bytes before = space.bytes();
    BenchResult more =
        result
            .with("bytesPerPosition", before.total() / rows)
            .with("indexBytesPerPosition", before.indexes() / rows)
            .with("rawItemBytesPerPosition", space.rawItems().total() / rows)
            .with("presenceBytesPerPosition", space.presence().total() / rows);
    Optional<String> obstacle = space.compress();
    if (obstacle.isPresent()) {
      progress.printf("compressed size: not measured: %s%n", obstacle.get());
      return more;
    }
    return more.with("compressedBytesPerPosition", space.bytes().total() / rows);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
