package io.qingtu.web.command;

import io.qingtu.route.report.Period;
import io.qingtu.route.report.ReportInput;
import io.qingtu.server.config.ConfigException;
import io.qingtu.server.dataset.DataSetException;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.LedgerQueries;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.SettingStore;
import io.qingtu.server.store.StoreException;
import io.qingtu.web.evidence.StoredSources;
import io.qingtu.web.report.Masthead;
import io.qingtu.web.report.PeriodReports;
import io.qingtu.web.report.ReportFormat;
import io.qingtu.web.report.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code report --week 2026-W46 --out DIR [--config FILE]}: the weekly report from the database;
 * {@code report --demo --out DIR}: of a simulated week, without one. Prints the files' paths.
 */
@Command(
    name = "report",
    description = "The compliance report of a week, a month or some days as PDF, DOCX, XLSX, CSV",
    mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {
  @Option(
      names = {"--week", "--period"},
      paramLabel = "PERIOD",
      description = "a week as 2026-W46, a month as 2026-11, days as 2026-11-03--2026-11-09")
  private String period;

  @Option(names = "--demo", description = "a simulated week of the sample city, no database needed")
  private boolean demo;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "folder for the files")
  private Path out;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "the server's properties file; without one the environment's QINGTU_… names it")
  private Path config;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (demo == (period != null)) {
      throw new ParameterException(spec.commandLine(), "give either --week or --demo");
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new ParameterException(spec.commandLine(), "--out " + out + " is not a folder");
    }
    try {
      return demo ? simulated() : stored(parsed());
    } catch (ConfigException e) {
      e.problems().forEach(p -> System.err.println("tracker report: " + p));
      return 2;
    } catch (StoreException | DataSetException | IOException e) {
      System.err.println("tracker report: " + e.getMessage());
      return 1;
    }
  }

  private Period parsed() {
    try {
      return Period.parse(period);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--week or --period: " + e.getMessage());
    }
  }

  private int stored(Period asked) throws IOException {
    ServerFile read = ServerFile.read(config);
    try (Database database = new Database(read.server().database())) {
      ReportInput input = new LedgerQueries(database).input(asked);
      if (input.ledger().quality().isEmpty()) {
        System.err.println("tracker report: the database holds no data of " + asked);
      }
      boolean synthetic = new SettingStore(database).synthetic();
      String city = read.web().cityName();
      Sources sources = new StoredSources(city, database, new MediaFolder(read.server().media()));
      write(Masthead.of(city, synthetic), input, sources);
    }
    return 0;
  }

  private int simulated() throws IOException {
    DemoWeek.Simulated week = DemoWeek.simulate();
    write(DemoWeek.MASTHEAD, week.input(), week.sources());
    return 0;
  }

  private void write(Masthead masthead, ReportInput input, Sources sources) throws IOException {
    Files.createDirectories(out);
    PeriodReports reports = new PeriodReports(masthead, asked -> input, sources);
    for (ReportFormat format : ReportFormat.values()) {
      Path file = out.resolve(format.fileName(input.period()));
      Files.write(file, reports.render(input.period(), format));
      System.out.println(file);
    }
  }
}
