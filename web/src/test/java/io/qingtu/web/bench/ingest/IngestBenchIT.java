package io.qingtu.web.bench.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.TestFolder;
import io.qingtu.web.bench.BenchResult;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestBenchIT {
  @Test
  void whatBothServersAcknowledgeIsStoredOnce() throws Exception {
    try (TestDatabase database = TestDatabase.forClass(getClass())) {
      BenchResult result =
          new IngestBench(
                  database.url(),
                  TestFolder.make("bench-ingest"),
                  List.of(),
                  new PrintStream(OutputStream.nullOutputStream()))
              .run(new IngestBench.Load(20, 4, 1, 1, 1));
      Map<String, Double> figures = result.details();
      assertTrue(result.value() > 0 && result.floor() > 0, result.json());
      assertTrue(figures.get("commitRows") > 0, result.json());
      assertEquals(0, figures.get("lost") + figures.get("floorLost"), result.json());
      assertEquals(0, figures.get("doubled"), result.json());
      assertTrue(database.ask("select count(*) from positions") > 0);
    }
  }
}
