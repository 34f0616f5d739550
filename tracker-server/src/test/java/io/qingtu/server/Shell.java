package io.qingtu.server;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Programs of the system that a test runs. */
public final class Shell {
  private Shell() {}

  /**
   * Returns when it is done.
   *
   * @throws IllegalStateException where it fails
   */
  public static void run(String... command) {
    int exit = exit(command);
    if (exit != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ends with " + exit);
    }
  }

  /** Whether the system has a program of this name. */
  public static boolean has(String program) {
    return exit("sh", "-c", "command -v " + program) == 0;
  }

  private static int exit(String... command) {
    try {
      return new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
