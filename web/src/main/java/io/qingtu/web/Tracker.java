package io.qingtu.web;

import io.qingtu.web.command.AnalyzeCommand;
import io.qingtu.web.command.BenchCommand;
import io.qingtu.web.command.DecodeCommand;
import io.qingtu.web.command.DemoCommand;
import io.qingtu.web.command.ReportCommand;
import io.qingtu.web.command.ServeCommand;
import io.qingtu.web.command.SimulateCommand;
import io.qingtu.web.command.VerifyEvidenceCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The one application: every command of the launcher starts here. Exit status 0 done, 1 the work
 * itself failed, 2 the command line or the configuration is wrong.
 */
@Command(
    name = "tracker",
    description = "Vehicle tracking for a city's muck trucks and sanitation fleets",
    mixinStandardHelpOptions = true,
    subcommands = {
      AnalyzeCommand.class,
      BenchCommand.class,
      DecodeCommand.class,
      DemoCommand.class,
      ReportCommand.class,
      ServeCommand.class,
      SimulateCommand.class,
      VerifyEvidenceCommand.class,
    })
public final class Tracker implements Runnable {
  @Spec private CommandSpec spec;

  private Tracker() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /**
   * The command line with one clear line for what is wrong, and no stack trace for the user's
   * errors.
   */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Tracker());
    line.setParameterExceptionHandler(
        (e, args) -> {
          System.err.println(e.getCommandLine().getCommandName() + ": " + e.getMessage());
          return CommandLine.ExitCode.USAGE;
        });
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command? --help lists them");
  }
}
