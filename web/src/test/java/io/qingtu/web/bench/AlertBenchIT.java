package io.qingtu.web.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.TestFolder;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class AlertBenchIT {
  @Test
  void everyOffenceOfTheFleetReachesThePage() throws Exception {
    try (TestDatabase database = TestDatabase.forClass(getClass())) {
      BenchResult result =
          new AlertBench(
                  database.url(),
                  TestFolder.make("bench-alert"),
                  new PrintStream(OutputStream.nullOutputStream()))
              .run(new AlertBench.Load(60, 1, 0, 23));
      assertTrue(result.details().get("alerts") >= 20, result.json());
      assertEquals(0, result.details().get("alertsMissed"), result.json());
      assertTrue(result.value() > 0 && result.floor() > 0, result.json());
    }
  }
}
