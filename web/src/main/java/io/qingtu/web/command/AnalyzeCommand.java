package io.qingtu.web.command;

import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.plan.Validity;
import io.qingtu.route.report.Period;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.route.trial.LedgerDifference;
import io.qingtu.route.trial.RuleDifference;
import io.qingtu.server.ServerConfig;
import io.qingtu.server.analyze.StoredPeriod;
import io.qingtu.server.config.ConfigException;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.server.dataset.DataSetException;
import io.qingtu.server.dataset.DifferenceWriter;
import io.qingtu.server.dataset.LedgerWriter;
import io.qingtu.server.dataset.ParameterFile;
import io.qingtu.server.store.Database;
import io.qingtu.server.store.ParameterStore;
import io.qingtu.server.store.ParameterVersion;
import io.qingtu.server.store.PlanStore;
import io.qingtu.server.store.PositionStream;
import io.qingtu.server.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code analyze DIR --out DIR2 [--params FILE]}: the whole rule catalogue over a data set on disk,
 * without a database; {@code analyze --config FILE --week 2026-W46 --out DIR2}: over a week that is
 * in the store. With {@code --params} it also tells what the changed parameters make of the period.
 */
@Command(
    name = "analyze",
    description = "Run the rules over a data set on disk, or over a period in the store",
    mixinStandardHelpOptions = true)
public final class AnalyzeCommand implements Callable<Integer> {
  @picocli.CommandLine.Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "folder of the data set")
  private Path dir;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR2",
      description = "folder for the results")
  private Path out;

  @Option(
      names = "--params",
      paramLabel = "FILE",
      description =
          "properties file: rule parameters to try; difference.csv and difference.jsonl tell what"
              + " they change")
  private Path params;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "the server's properties file, in place of DIR")
  private Path config;

  @Option(
      names = {"--week", "--period"},
      paramLabel = "PERIOD",
      description =
          "with --config: a week as 2026-W46, a month as 2026-11, days as 2026-11-03--2026-11-09")
  private String period;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if ((dir == null) != (config != null && period != null)) {
      throw new ParameterException(
          spec.commandLine(), "give either a folder, or --config and --week");
    }
    try {
      return dir != null ? files() : stored();
    } catch (ConfigException e) {
      e.problems().forEach(p -> System.err.println("tracker analyze: " + p));
      return 2;
    } catch (DataSetException | StoreException e) {
      System.err.println("tracker analyze: " + e.getMessage());
      return 1;
    }
  }

  private int files() {
    Parameters tried = parameters(params, Parameters.DEFAULTS);
    if (!Files.isDirectory(dir)) {
      throw new ParameterException(spec.commandLine(), dir + " is not a folder");
    }
    DataSet data = DataSet.read(dir);
    if (!data.strangers().isEmpty()) {
      System.err.println(
          "tracker analyze: in no vehicle file, judged by no rule: " + data.strangers());
    }
    write(
        data.plan(),
        Parameters.DEFAULTS,
        tried,
        rules -> BatchAnalysis.run(rules, data.positions()));
    return 0;
  }

  private int stored() {
    Period asked = parsedPeriod();
    ServerConfig server = ServerFile.read(config).server();
    String own = server.analysis().parameters();
    Parameters configured = parameters(own.isEmpty() ? null : Path.of(own), Parameters.DEFAULTS);
    try (Database database = new Database(server.database())) {
      Parameters inForce =
          new ParameterStore(database)
              .inForce(Instant.now())
              .map(ParameterVersion::parameters)
              .orElse(configured);
      Parameters tried = parameters(params, inForce);
      CityPlan plan = new PlanStore(database).read(new Validity(asked.start(), asked.end()));
      StoredPeriod period =
          new StoredPeriod(
              new PositionStream(database), Runtime.getRuntime().availableProcessors());
      write(
          plan,
          inForce,
          tried,
          rules -> period.analyze(rules, asked.start(), asked.end(), this::tell));
    }
    return 0;
  }

  private void write(
      CityPlan plan, Parameters inForce, Parameters tried, Function<RuleSet, Ledger> analysis) {
    warnOfStrangeFleets(plan, tried);
    Ledger ledger = analysis.apply(new RuleSet(plan, tried));
    LedgerWriter.write(out, ledger);
    System.err.printf(
        "tracker analyze: %,d alerts, %,d trips, %,d passes -> %s%n",
        ledger.alerts().size(), ledger.trips().size(), ledger.passes().size(), out);
    if (params == null) {
      return;
    }
    LedgerDifference difference =
        LedgerDifference.of(analysis.apply(new RuleSet(plan, inForce)), ledger);
    DifferenceWriter.write(out, difference);
    for (RuleDifference r : difference.rules()) {
      if (r.added() + r.gone() + r.changed() > 0) {
        System.err.printf(
            "tracker analyze: %-5s %,d alerts before, %,d after: %,d added, %,d gone, %,d changed%n",
            r.rule(), r.before(), r.after(), r.added(), r.gone(), r.changed());
      }
    }
  }

  private void warnOfStrangeFleets(CityPlan plan, Parameters tried) {
    Set<String> strange = new TreeSet<>(tried.fleets());
    plan.vehicles().forEach(v -> strange.remove(v.company()));
    if (!strange.isEmpty()) {
      System.err.println("tracker analyze: parameters for companies without vehicles: " + strange);
    }
  }

  private void tell(double share) {
    System.err.printf("tracker analyze: %.0f %%%n", 100 * share);
  }

  private Period parsedPeriod() {
    try {
      return Period.parse(period);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--week or --period: " + e.getMessage());
    }
  }

  private Parameters parameters(Path file, Parameters otherwise) {
    if (file == null) {
      return otherwise;
    }
    try {
      return ParameterFile.read(file);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--params " + file + ": " + e.getMessage());
    }
  }
}
