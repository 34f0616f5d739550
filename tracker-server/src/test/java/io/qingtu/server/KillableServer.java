package io.qingtu.server;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.qingtu.server.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The server as a process of its own, on a port that it keeps, with terminals for load tests. */
final class KillableServer {
  private static final String READY = "ready";

  private final String url;
  private final int port;
  private final int terminals;
  private final Path folder;
  private Process process;

  /**
   * Starts nothing yet.
   *
   * @param url of the database
   * @param folder for media and journal
   */
  KillableServer(String url, int port, int terminals, Path folder) {
    this.url = url;
    this.port = port;
    this.terminals = terminals;
    this.folder = folder;
  }

  /** Its arguments are the database's URL, port, number of terminals and folder. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
      Map<String, String> keys =
          Map.of(
              "database.url",
              args[0],
              "database.user",
              "",
              "gateway.port",
              args[1],
              "gateway.simulated-terminals",
              args[2],
              "media.folder",
              args[3] + "/media",
              "journal.folder",
              args[3] + "/journal");
      ServerConfig config = ServerConfig.read(new ConfigReader(keys, Map.of()));
      new TrackerServer(config, Clock.systemUTC(), new SimpleMeterRegistry()).start();
      System.out.println(READY);
      Thread.currentThread().join();
    }
  }

  /** Returns when terminals may come. */
  void start() throws IOException {
    process =
        OwnProcess.start(
            Main.class,
            url,
            Integer.toString(port),
            Integer.toString(terminals),
            folder.toString());
    OwnProcess.await(process, READY);
  }

  /** Ends it without a chance to do anything more; nothing where it does not run. */
  void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }
}
