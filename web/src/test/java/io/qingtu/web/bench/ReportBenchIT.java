package io.qingtu.web.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.route.report.Period;
import io.qingtu.web.bench.FleetWeek.Figure;
import io.qingtu.web.report.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportBenchIT {
  @TempDir Path folder;

  /** With its case pages and the map of routes, which are made of stored tracks. */
  @Test
  void reportsWhatTheFleetDid() throws IOException, InterruptedException {
    try (TestDatabase server = TestDatabase.forClass(getClass())) {
      ReportBench bench =
          new ReportBench(server.url(), folder, new PrintStream(OutputStream.nullOutputStream()));
      ReportBench.Outcome outcome = bench.run(new ReportBench.Load(40, 1, 256));
      assertEquals("", String.join("\n", outcome.differences()));
      BenchResult result = outcome.result();
      assertTrue(result.details().get("compared") > 15, result.json());
      assertTrue(result.details().get("trips") > 100, result.json());
      for (ReportFormat format : ReportFormat.values()) {
        assertTrue(Files.exists(folder.resolve(format.fileName(Period.weekOf(SampleCity.DAY)))));
      }
    }
  }

  @Test
  void tellsADifferenceBeyondWhatMayBeOnly() {
    Figure figure = new Figure("trips", 1000, 6);
    assertTrue(figure.is(994) && figure.is(1006));
    assertFalse(figure.is(993) || figure.is(1007));
    assertFalse(figure.is(Double.NaN));
  }
}
