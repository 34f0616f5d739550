package io.qingtu.web.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.server.store.Database;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class QueryBenchIT {
  /** One that reports all day long, 99 for two hours. */
  private static final double POSITIONS = 8640 + 99 * 250;

  @Test
  void fillsOnceAndAsksAgain() {
    try (TestDatabase server = TestDatabase.forClass(getClass());
        Database database = new Database(Database.Config.of(server.url()))) {
      QueryBench bench = new QueryBench(database, new PrintStream(OutputStream.nullOutputStream()));
      assertEquals(POSITIONS, bench.run(100, 1).details().get("positions"));
      BenchResult again = bench.run(100, 1);
      assertEquals(POSITIONS, again.details().get("positions"));
      assertTrue(again.value() > 0 && again.floor() > 0, again.json());
    }
  }
}
