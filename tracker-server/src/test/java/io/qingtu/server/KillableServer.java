package io.qingtu.server;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.qingtu.fixtures.OwnProcess;
import io.qingtu.fixtures.Shell;
import io.qingtu.server.config.ConfigReader;
import io.qingtu.server.store.DatabaseWait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The server as a process of its own, with terminals for load tests: it can be killed, stopped,
 * kept from writing files, and its clock can be turned. It ends with the test.
 */
public final class KillableServer implements AutoCloseable {
  private static final String READY = "ready ";

  private final Map<String, String> keys;
  private Process process;
  private int port;

  /**
   * Starts nothing yet.
   *
   * @param url of the database
   * @param folder for media and journal
   * @param settings beside those; without {@code gateway.port} any free one
   */
  public KillableServer(String url, Path folder, Map<String, String> settings) {
    keys = new HashMap<>(settings);
    keys.put("database.url", url);
    keys.put("database.user", "");
    keys.put("media.folder", folder.toString());
    keys.put("journal.folder", folder.resolve("journal").toString());
    keys.putIfAbsent("gateway.port", "0");
    keys.putIfAbsent("gateway.simulated-terminals", "1");
  }

  /** One with terminals for a load test, on a port that it keeps. */
  public static KillableServer withTerminals(String url, Path folder, int port, int terminals) {
    return new KillableServer(
        url,
        folder,
        Map.of(
            "gateway.port", Integer.toString(port),
            "gateway.simulated-terminals", Integer.toString(terminals)));
  }

  /** Its arguments are {@code key=value}; each line of its input turns the clock, seconds. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) throws InterruptedException {
      Map<String, String> keys = new HashMap<>();
      Arrays.stream(args).map(a -> a.split("=", 2)).forEach(a -> keys.put(a[0], a[1]));
      ServerConfig config = ServerConfig.read(new ConfigReader(keys, Map.of()));
      DatabaseWait.until(config.database());
      AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
      InstantSource turned = () -> Clock.systemUTC().instant().plus(ahead.get());
      TrackerServer server =
          new TrackerServer(config, turned.withZone(ZoneOffset.UTC), new SimpleMeterRegistry());
      server.start();
      System.out.println(READY + server.components().gateway().port());
      Scanner in = new Scanner(System.in, StandardCharsets.UTF_8);
      while (in.hasNextLine()) {
        ahead.set(Duration.ofSeconds(Long.parseLong(in.nextLine())));
      }
      Runtime.getRuntime().halt(0); // whoever started it is gone
    }
  }

  /** Returns when terminals may come. */
  public void start() throws IOException {
    launch();
    awaitReady();
  }

  /** Returns before terminals may come. */
  public void launch() throws IOException {
    process =
        OwnProcess.start(
            Main.class,
            keys.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .toArray(String[]::new));
  }

  public void awaitReady() throws IOException {
    port = Integer.parseInt(OwnProcess.await(process, READY));
  }

  /** The terminals' port. */
  public int port() {
    return port;
  }

  /** SIGKILL: without a chance to do anything more; nothing where it does not run. */
  public void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  /** SIGSTOP: it does nothing until {@link #goOn}. */
  public void stop() {
    Shell.run("kill", "-STOP", pid());
  }

  /** SIGCONT. */
  public void goOn() {
    Shell.run("kill", "-CONT", pid());
  }

  /** From now on its clock is so far ahead of the true time; negative: behind. */
  public void turnClock(Duration ahead) throws IOException {
    process.outputWriter().write(ahead.toSeconds() + "\n");
    process.outputWriter().flush();
  }

  /** Where the system has a program to limit files of a process that runs. */
  public static boolean canLimitFiles() {
    return Shell.has("prlimit");
  }

  /**
   * From now on the system refuses it bytes beyond this length of a file (RLIMIT_FSIZE), as a disk
   * that is full; no privilege is needed.
   */
  public void limitFiles(long bytes) {
    Shell.run("prlimit", "--pid", pid(), "--fsize=" + bytes + ":");
  }

  /** Ends {@link #limitFiles}. */
  public void liftLimit() {
    Shell.run("prlimit", "--pid", pid(), "--fsize=unlimited:");
  }

  private String pid() {
    return Long.toString(process.pid());
  }

  @Override
  public void close() {
    kill();
  }
}
