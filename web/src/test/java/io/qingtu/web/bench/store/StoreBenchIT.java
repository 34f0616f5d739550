package io.qingtu.web.bench.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.TestFolder;
import io.qingtu.web.bench.BenchResult;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoreBenchIT {
  @Test
  void storesEveryRowAndMeasuresItsRoom() throws Exception {
    try (TestDatabase database = TestDatabase.forClass(getClass())) {
      BenchResult result =
          new StoreBench(
                  database.url(),
                  TestFolder.make("bench-store"),
                  new PrintStream(OutputStream.nullOutputStream()))
              .run(new StoreBench.Load(12, 1, 20_000, 1, Duration.ofHours(24)));
      assertEquals(20_000, result.details().get("rows"), result.json());
      assertEquals(20_000, database.ask("select count(*) from positions"));
      assertTrue(result.value() > 0 && result.floor() > 0, result.json());
      assertTrue(
          result.details().get("bytesPerPosition") > result.details().get("indexBytesPerPosition"),
          result.json());
      boolean columnstore =
          database.offersTimescale()
              && database.ask("select (current_setting('timescaledb.license') = 'timescale')::int")
                  == 1;
      assertEquals(
          columnstore, result.details().containsKey("compressedBytesPerPosition"), result.json());
    }
  }
}
