package io.qingtu.web.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.route.report.Edition;
import io.qingtu.route.report.Period;
import io.qingtu.route.report.SignOff;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.LedgerQueries;
import io.qingtu.server.store.MediaFolder;
import io.qingtu.server.store.OrganisationQueries;
import io.qingtu.server.store.ReportRunStore;
import io.qingtu.server.store.ReportRunStore.Run;
import io.qingtu.web.evidence.StoredSources;
import io.qingtu.web.frozen.ReportFreezer;
import io.qingtu.web.report.FrozenJson;
import io.qingtu.web.report.FrozenReport;
import io.qingtu.web.report.Masthead;
import io.qingtu.web.report.PeriodReports;
import io.qingtu.web.report.ReportFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What the server does when a week's report is due, and somebody wants all its files: a process of
 * its own, so that its memory is nobody else's. Ends with one JSON line: seconds by step, and the
 * figures of the frozen document.
 */
public final class ReportRun {
  private static final String CITY = "示例市（合成数据）";

  private final ObjectNode seconds = new ObjectMapper().createObjectNode();

  private ReportRun() {}

  /** Arguments: URL of the database, the week, a folder for the files. */
  public static void main(String[] args) throws IOException {
    ReportRun run = new ReportRun();
    try (Database database = new Database(Database.Config.of(args[0]))) {
      run.report(database, Period.parse(args[1]), Path.of(args[2]));
    }
    System.out.println(run.seconds);
  }

  private void report(Database database, Period week, Path folder) throws IOException {
    LedgerQueries ledger = new LedgerQueries(database);
    ReportRunStore runs = new ReportRunStore(database);
    long begun = System.nanoTime();
    new ReportFreezer(
            ledger,
            runs,
            new OrganisationQueries(database),
            () -> Masthead.of(CITY, true),
            new StoredSources(CITY, database, media()))
        .run(Edition.FORMAL.due(week));
    step("freeze", begun);
    Run run = runs.find(week, Edition.FORMAL).orElseThrow();
    FrozenReport report = FrozenJson.read(runs.document(run.id()));
    for (ReportFormat format : ReportFormat.values()) {
      long from = System.nanoTime();
      byte[] file = PeriodReports.render(report, run.sha256(), SignOff.FRESH, format);
      Files.write(folder.resolve(format.fileName(week)), file);
      step(format.name().toLowerCase(Locale.ROOT), from);
    }
    step("all", begun);
    long from = System.nanoTime();
    ledger.input(week, Edition.FORMAL.due(week));
    step("floor", from);
    seconds.put("cpu", cpuSeconds()).put("peakMiB", peakMiB());
    ObjectNode figures = seconds.putObject("figures");
    ReportFigures.of(report).forEach(figures::put);
  }

  /** The fleet has no cameras. */
  private static MediaFolder media() {
    try {
      return new MediaFolder(
          new MediaFolder.Config(Files.createTempDirectory("qingtu-bench-media")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void step(String name, long from) {
    seconds.put(name, (System.nanoTime() - from) / 1e9);
  }

  private static double cpuSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  /** The most memory that the process has held, all of it; NaN where the system does not say. */
  private static double peakMiB() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return Double.NaN;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
        .findFirst()
        .orElse(Double.NaN);
  }
}
