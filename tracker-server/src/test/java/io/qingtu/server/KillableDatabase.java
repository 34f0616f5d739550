package io.qingtu.server;

import io.qingtu.fixtures.ProjectHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server of the tests' databases, where it is Debian's TimescaleDB in the project's folder. */
final class KillableDatabase {
  private final Path script = ProjectHome.find().orElseThrow().resolve("scripts/timescaledb.sh");
  private final Path pid =
      ProjectHome.find().orElseThrow().resolve(".build/timescaledb/data/postmaster.pid");

  /**
   * To be called while it runs.
   *
   * @throws IllegalStateException where another server has the tests' databases
   */
  void check() {
    if (!Files.exists(pid)) {
      throw new IllegalStateException("needs the database of " + script);
    }
  }

  /** Without a chance to write anything more. */
  void kill() throws IOException {
    long number = Long.parseLong(Files.readAllLines(pid).get(0).trim());
    ProcessHandle server = ProcessHandle.of(number).orElseThrow();
    // its children, too: one that goes on keeps the memory that the next server needs
    server.children().forEach(ProcessHandle::destroyForcibly);
    server.destroyForcibly();
    server.onExit().join();
  }

  /** Returns when it answers. */
  void start() throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder(script.toString(), "start")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IllegalStateException(script + " start ends with " + exit);
    }
  }
}
