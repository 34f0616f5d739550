package io.qingtu.server.fault;

import io.qingtu.fixtures.ProjectHome;
import io.qingtu.fixtures.Shell;
import io.qingtu.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/** The server of the tests' databases, where it runs on this machine. */
final class DatabaseProcess {
  private final Path data;
  private final Optional<Path> script =
      ProjectHome.find().map(home -> home.resolve("scripts/timescaledb.sh"));

  private DatabaseProcess(Path data) {
    this.data = data;
  }

  /** To be called while it runs; empty where it is in a container or on another machine. */
  static Optional<DatabaseProcess> of(TestDatabase database) {
    try (Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show data_directory")) {
      row.next();
      DatabaseProcess process = new DatabaseProcess(Path.of(row.getString(1)));
      return process.isHere() ? Optional.of(process) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A process of that number in another's container is not at home in this folder. */
  private boolean isHere() {
    try {
      return Files.exists(pidFile())
          && Files.isSameFile(Path.of("/proc", Long.toString(pid()), "cwd"), data);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether it is the one of {@code scripts/timescaledb.sh}, which starts it again. */
  boolean canBeKilled() {
    return script
        .map(s -> s.getParent().resolveSibling(".build/timescaledb/data"))
        .filter(data::equals)
        .isPresent();
  }

  private Path pidFile() {
    return data.resolve("postmaster.pid");
  }

  private long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(pidFile()).get(0).trim());
  }

  private ProcessHandle server() throws IOException {
    return ProcessHandle.of(pid()).orElseThrow();
  }

  /** SIGKILL: without a chance to write anything more. */
  void kill() throws IOException {
    ProcessHandle server = server();
    // its children, too: one that goes on keeps the memory that the next server needs
    server.children().forEach(ProcessHandle::destroyForcibly);
    server.destroyForcibly();
    server.onExit().join();
  }

  /** After {@link #kill}; returns when it answers. */
  void start() {
    Shell.run(script.orElseThrow().toString(), "start");
  }

  /** SIGSTOP: it takes connections and answers nothing until {@link #goOn}. */
  void stop() throws IOException {
    ProcessHandle server = server();
    signal("-STOP", Stream.of(server)); // first: it starts no more
    signal("-STOP", server.children());
  }

  /** SIGCONT. */
  void goOn() throws IOException {
    ProcessHandle server = server();
    signal("-CONT", server.children());
    signal("-CONT", Stream.of(server));
  }

  private static void signal(String name, Stream<ProcessHandle> processes) {
    processes.forEach(p -> Shell.run("kill", name, Long.toString(p.pid())));
  }
}
