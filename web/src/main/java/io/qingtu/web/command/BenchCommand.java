package io.qingtu.web.command;

import io.qingtu.web.bench.DecodeBench;
import io.qingtu.web.bench.DecodeBench.Effort;
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
}
