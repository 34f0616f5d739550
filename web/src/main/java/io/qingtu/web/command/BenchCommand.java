package io.qingtu.web.command;

import io.qingtu.server.store.Database;
import io.qingtu.web.bench.AlertBench;
import io.qingtu.web.bench.AnalyzeBench;
import io.qingtu.web.bench.BenchDatabase;
import io.qingtu.web.bench.DecodeBench;
import io.qingtu.web.bench.DecodeBench.Effort;
import io.qingtu.web.bench.QueryBench;
import io.qingtu.web.bench.ReportBench;
import io.qingtu.web.bench.WeekBench;
import io.qingtu.web.bench.ingest.IngestBench;
import io.qingtu.web.bench.store.StoreBench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench NAME}: benchmarks, each against its floor in the same run. */
@Command(
    name = "bench",
    description = "Measure against the least that must be done",
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Runnable {
  /** Positions a second of {@code bench alert}. */
  private static final int RATE = 2000;

  private static final int MOST_VEHICLES = 10_000;

  /** Until everything that is compiled is. */
  private static final int WARM_UP_SECONDS = 20;

  /** Vehicles whose day {@code bench store} stores. */
  private static final int STORE_VEHICLES = 200;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which benchmark? --help lists them");
  }

  @Command(
      name = "decode",
      description = "location reports from the bytes of a stream to messages; some two minutes",
      mixinStandardHelpOptions = true)
  int decode(
      @Option(names = "--quick", description = "one short round: shows that it works, no more")
          boolean quick) {
    System.out.println(new DecodeBench(System.err).run(quick ? Effort.QUICK : Effort.FULL).json());
    return 0;
  }

  @Command(
      name = "week",
      description = "a week of a large fleet from the database to alerts, trips and passes",
      mixinStandardHelpOptions = true)
  int week(
      @Option(
              names = "--vehicles",
              defaultValue = "1000",
              description = "so many (${DEFAULT-VALUE})")
          int vehicles,
      @Option(
              names = "--days",
              defaultValue = "7",
              description = "days that they drive (${DEFAULT-VALUE})")
          int days,
      @Option(
              names = "--database",
              paramLabel = "URL",
              description = "JDBC URL of an empty database; else one of our own, for the run")
          String url)
      throws IOException {
    try (Database database = database(url, "week")) {
      int threads = Runtime.getRuntime().availableProcessors();
      System.out.println(new WeekBench(database, threads, System.err).run(vehicles, days).json());
    }
    return 0;
  }

  @Command(
      name = "report",
      description =
          "the weekly report of a large fleet from the database to its files, in a process with a"
              + " bounded heap; 72 million positions are stored and analyzed first; ends with 1"
              + " where a figure is not what the fleet did",
      mixinStandardHelpOptions = true)
  int report(
      @Option(
              names = "--vehicles",
              defaultValue = "1200",
              description = "so many, of 1200 931 muck trucks (${DEFAULT-VALUE})")
          int vehicles,
      @Option(
              names = "--days",
              defaultValue = "7",
              description = "days that they drive (${DEFAULT-VALUE})")
          int days,
      @Option(
              names = "--heap",
              paramLabel = "MIB",
              defaultValue = "1024",
              description = "heap of the process that reports (${DEFAULT-VALUE})")
          int heap,
      @Option(
              names = "--out",
              paramLabel = "DIR",
              description = "folder for the report's files; else a temporary one")
          Path out,
      @Option(
              names = "--database",
              paramLabel = "URL",
              description = "JDBC URL of an empty database; else one of our own, for the run")
          String url)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("qingtu-bench-report");
    Path files = out == null ? folder : Files.createDirectories(out);
    try (BenchDatabase database = BenchDatabase.at(url, folder)) {
      ReportBench.Outcome outcome =
          new ReportBench(database.url(), files, System.err)
              .run(new ReportBench.Load(vehicles, days, heap));
      System.out.println(outcome.result().json());
      outcome.differences().forEach(d -> System.err.println("not what the fleet did: " + d));
      return outcome.differences().isEmpty() ? 0 : 1;
    }
  }

  private static Database database(String url, String bench) throws IOException {
    String where =
        url == null ? "embedded:" + Files.createTempDirectory("qingtu-bench-" + bench) : url;
    return new Database(Database.Config.of(where));
  }

  @Command(
      name = "query",
      description =
          "what people ask of the tracks, over a month of a large fleet: a hundred million positions",
      mixinStandardHelpOptions = true)
  int query(
      @Option(
              names = "--vehicles",
              defaultValue = "10000",
              description = "so many, at least 100 (${DEFAULT-VALUE})")
          int vehicles,
      @Option(
              names = "--days",
              defaultValue = "30",
              description = "days that they drive (${DEFAULT-VALUE})")
          int days,
      @Option(
              names = "--database",
              paramLabel = "URL",
              description =
                  "JDBC URL of a database, empty or filled by this bench; else one of our own")
          String url)
      throws IOException {
    try (Database database = database(url, "query")) {
      System.out.println(new QueryBench(database, System.err).run(vehicles, days).json());
    }
    return 0;
  }

  @Command(
      name = "alert",
      description =
          "2,000 positions a second over TCP: from the deciding fix to the alert on a page",
      mixinStandardHelpOptions = true)
  int alert(
      @Option(
              names = "--vehicles",
              defaultValue = "4000",
              description =
                  "so many, a multiple of 2000: together 2,000 fixes/s (${DEFAULT-VALUE})")
          int vehicles,
      @Option(
              names = "--duration",
              defaultValue = "300s",
              converter = DurationConverter.class,
              description = "what is measured, behind a warm-up (${DEFAULT-VALUE})")
          Duration duration,
      @Option(
              names = "--database",
              paramLabel = "URL",
              description = "JDBC URL of an empty database; else one of our own, for the run")
          String url)
      throws IOException, InterruptedException {
    if (vehicles < RATE || vehicles > MOST_VEHICLES || vehicles % RATE != 0) {
      throw new ParameterException(
          spec.commandLine(),
          "--vehicles: %d is no multiple of %d up to %d".formatted(vehicles, RATE, MOST_VEHICLES));
    }
    Path folder = Files.createTempDirectory("qingtu-bench-alert");
    String where = url == null ? "embedded:" + folder.resolve("database") : url;
    AlertBench.Load load =
        new AlertBench.Load(vehicles, vehicles / RATE, WARM_UP_SECONDS, (int) duration.toSeconds());
    System.out.println(new AlertBench(where, folder, System.err).run(load).json());
    return 0;
  }

  @Command(
      name = "ingest",
      description = "terminals to committed rows, as fast as they are acknowledged",
      mixinStandardHelpOptions = true)
  int ingest(
      @Option(
              names = "--terminals",
              defaultValue = "1000",
              description = "so many (${DEFAULT-VALUE})")
          int terminals,
      @Option(
              names = "--window",
              defaultValue = "4",
              description = "reports of a terminal in flight (${DEFAULT-VALUE})")
          int window,
      @Option(
              names = "--rounds",
              defaultValue = "3",
              description = "of the server and the floor in turn (${DEFAULT-VALUE})")
          int rounds,
      @Option(
              names = "--duration",
              defaultValue = "20s",
              converter = DurationConverter.class,
              description = "what is measured in a round (${DEFAULT-VALUE})")
          Duration duration,
      @Option(
              names = "--database",
              paramLabel = "URL",
              description = "JDBC URL of an empty database; else one of our own, for the run")
          String url,
      @Option(
              names = "--server-option",
              paramLabel = "OPTION",
              description = "of the JVM of our server, to look into it")
          List<String> serverOptions)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("qingtu-bench-ingest");
    IngestBench.Load load =
        new IngestBench.Load(
            terminals, window, rounds, WARM_UP_SECONDS, (int) duration.toSeconds());
    List<String> options = serverOptions == null ? List.of() : serverOptions;
    try (BenchDatabase database = BenchDatabase.at(url, folder)) {
      System.out.println(
          new IngestBench(database.url(), folder, options, System.err).run(load).json());
    }
    return 0;
  }

  @Command(
      name = "store",
      description = "rows into the table of positions, and the room that they take",
      mixinStandardHelpOptions = true)
  int store(
      @Option(
              names = "--rows",
              defaultValue = "500000",
              description = "most that are stored (${DEFAULT-VALUE})")
          int rows,
      @Option(
              names = "--rounds",
              defaultValue = "3",
              description = "of the store and the floor in turn (${DEFAULT-VALUE})")
          int rounds,
      @Option(
              names = "--days",
              defaultValue = "1",
              description = "that are simulated (${DEFAULT-VALUE})")
          int days,
      @Option(
              names = "--chunk-hours",
              defaultValue = "24",
              description = "length of a hypertable's chunks (${DEFAULT-VALUE})")
          int chunkHours,
      @Option(
              names = "--database",
              paramLabel = "URL",
              description = "JDBC URL of an empty database; else one of our own, for the run")
          String url)
      throws IOException, SQLException, InterruptedException {
    Path folder = Files.createTempDirectory("qingtu-bench-store");
    StoreBench.Load load =
        new StoreBench.Load(STORE_VEHICLES, days, rows, rounds, Duration.ofHours(chunkHours));
    try (BenchDatabase database = BenchDatabase.at(url, folder)) {
      System.out.println(new StoreBench(database.url(), folder, System.err).run(load).json());
    }
    return 0;
  }

  @Command(
      name = "analyze",
      description = "the whole rule step over a large city; about a minute",
      mixinStandardHelpOptions = true)
  int analyze(
      @Option(names = "--quick", description = "one short round: shows that it works, no more")
          boolean quick) {
    AnalyzeBench.Effort effort = quick ? AnalyzeBench.Effort.QUICK : AnalyzeBench.Effort.FULL;
    System.out.println(new AnalyzeBench(System.err, effort).run(effort).json());
    return 0;
  }
}
