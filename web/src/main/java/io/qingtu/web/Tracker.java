package io.qingtu.web;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one application: every command of the launcher starts here. */
@Command(
    name = "tracker",
    description = "Vehicle tracking for muck trucks and sanitation fleets",
    subcommands = {})
public final class Tracker {
  private Tracker() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Tracker()).execute(args));
  }
}
