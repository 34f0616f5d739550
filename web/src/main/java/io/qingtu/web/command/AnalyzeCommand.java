package io.qingtu.web.command;

import io.qingtu.route.BatchAnalysis;
import io.qingtu.route.Ledger;
import io.qingtu.route.plan.Parameters;
import io.qingtu.route.rule.RuleSet;
import io.qingtu.server.dataset.DataSet;
import io.qingtu.server.dataset.DataSetException;
import io.qingtu.server.dataset.LedgerWriter;
import io.qingtu.server.dataset.ParameterFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code analyze DIR --out DIR2}: the whole rule catalogue over a data set on disk, without a
 * database.
 */
@Command(
    name = "analyze",
    description = "Run the rules over a data set on disk",
    mixinStandardHelpOptions = true)
public final class AnalyzeCommand implements Callable<Integer> {
  @picocli.CommandLine.Parameters(paramLabel = "DIR", description = "folder of the data set")
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
      description = "properties file: rule parameters that differ from the defaults")
  private Path params;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Parameters parameters = parameters();
    if (!Files.isDirectory(dir)) {
      throw new ParameterException(spec.commandLine(), dir + " is not a folder");
    }
    DataSet data;
    try {
      data = DataSet.read(dir);
    } catch (DataSetException e) {
      System.err.println("tracker analyze: " + e.getMessage());
      return 1;
    }
    if (!data.strangers().isEmpty()) {
      System.err.println(
          "tracker analyze: in no vehicle file, judged by no rule: " + data.strangers());
    }
    Ledger ledger = BatchAnalysis.run(new RuleSet(data.plan(), parameters), data.positions());
    LedgerWriter.write(out, ledger);
    System.err.printf(
        "tracker analyze: %,d positions, %,d alerts, %,d trips, %,d passes -> %s%n",
        data.positions().size(),
        ledger.alerts().size(),
        ledger.trips().size(),
        ledger.passes().size(),
        out);
    return 0;
  }

  private Parameters parameters() {
    if (params == null) {
      return Parameters.DEFAULTS;
    }
    try {
      return ParameterFile.read(params);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--params " + params + ": " + e.getMessage());
    }
  }
}
