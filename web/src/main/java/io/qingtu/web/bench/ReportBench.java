package io.qingtu.web.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qingtu.route.report.Period;
import io.qingtu.server.store.Database;
import io.qingtu.web.bench.FleetWeek.Figure;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The weekly report of a large fleet, from the database to its PDF, workbook, list and text, in a
 * process with a bounded heap. The week is simulated, stored and analyzed first, and the frozen
 * document's main figures are compared with what was simulated.
 */
public final class ReportBench {
  /** Parked vehicles report as often as moving ones: 8,640 positions a vehicle and day. */
  private static final int PARKED_SECONDS = 10;

  private final String url;
  private final Path folder;
  private final PrintStream progress;

  /**
   * @param vehicles so many
   * @param days of the week that they drive
   * @param heapMiB of the process that reports
   */
  public record Load(int vehicles, int days, int heapMiB) {}

  /**
   * @param url JDBC URL of an empty database; it is filled
   * @param folder for the report's files
   */
  public ReportBench(String url, Path folder, PrintStream progress) {
    this.url = url;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * What was found.
   *
   * @param differences figures of the report that are not what the fleet did
   */
  public record Outcome(BenchResult result, List<String> differences) {}

  /** What was filled in, without the tracks, which are not needed any more. */
  private record Filled(Period week, long positions, long waybills, List<Figure> truth) {}

  /**
   * Fills the database and measures. Two days of the fleet's positions are in memory while the week
   * is analyzed: some 5 GB of 1,200 vehicles.
   */
  public Outcome run(Load load) throws IOException, InterruptedException {
    Filled filled;
    try (Database database = new Database(Database.Config.of(url))) {
      StoredFleet stored = new StoredFleet(database, progress);
      filled = fill(stored, load);
      stored.analyze(filled.week, Runtime.getRuntime().availableProcessors());
    }
    JsonNode told = report(filled.week, load.heapMiB());
    BenchResult result =
        BenchResult.ofTimes(
                "report",
                told.get("all").doubleValue(),
                "s from the database to PDF, XLSX, CSV and DOCX",
                told.get("floor").doubleValue(),
                "the same rows read from the database, in the same process")
            .with("vehicles", load.vehicles())
            .with("positions", filled.positions)
            .with("waybillsIssued", filled.waybills);
    for (String name : List.of("freeze", "pdf", "xlsx", "csv", "docx", "cpu", "peakMiB")) {
      result = result.with(name, told.get(name).doubleValue());
    }
    List<String> differences = differences(filled.truth, told.get("figures"));
    result = result.with("trips", told.get("figures").get("trips").doubleValue());
    return new Outcome(
        result.with("compared", filled.truth.size()).with("differences", differences.size()),
        differences);
  }

  private List<String> differences(List<Figure> truth, JsonNode report) {
    List<String> found = new ArrayList<>();
    for (Figure f : truth) {
      double mine = report.get(f.name()).doubleValue();
      String line = f.beside(mine);
      progress.println((f.is(mine) ? "  " : "! ") + line);
      if (!f.is(mine)) {
        found.add(line);
      }
    }
    return found;
  }

  private static Filled fill(StoredFleet stored, Load load) throws IOException {
    SyntheticFleet fleet = SyntheticFleet.drive(load.days(), load.vehicles(), PARKED_SECONDS);
    long waybills =
        fleet.plan().waybills().stream().filter(w -> fleet.week().contains(w.scanOut())).count();
    return new Filled(fleet.week(), stored.store(fleet), waybills, FleetWeek.of(fleet));
  }

  private JsonNode report(Period week, int heapMiB) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-Xmx" + heapMiB + "m",
                "-cp",
                System.getProperty("java.class.path"),
                ReportRun.class.getName(),
                url,
                week.toString(),
                folder.toString())
            .redirectError(Redirect.INHERIT)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException("the report ended with status " + status);
    }
    progress.print(out);
    String[] lines = out.strip().split("\n");
    return new ObjectMapper().readTree(lines[lines.length - 1]);
  }
}
