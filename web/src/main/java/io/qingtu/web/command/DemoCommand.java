package io.qingtu.web.command;

import io.qingtu.route.plan.DailyHours;
import io.qingtu.server.store.Account.Role;
import io.qingtu.web.demo.Demonstration;
import io.qingtu.web.demo.Staff;
import io.qingtu.web.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code demo}: everything on an embedded database, with the sample city and a simulated fleet that
 * commits known violations.
 */
@Command(
    name = "demo",
    description = "The sample city live: embedded database, web map, simulated fleet",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(DemoCommand.class);
  private static final Duration FOREVER = Duration.ofDays(3650);
  private static final double FASTEST = 60;

  /** What each of the demo's people is there for. */
  private static final Map<Role, String> DUTIES =
      Map.of(
          Role.SUPERVISOR, "looks at the map, decides on alarms, files, dispatches, closes cases",
          Role.OFFICER, "handles the cases of a squad, on a phone at /m",
          Role.DISPATCHER, "sees the vehicles of one company, explains and appeals",
          Role.SANITATION, "sees to roads and points, asks for exemptions",
          Role.LEADER, "reads the overview, urges, issues reports",
          Role.RULE_OWNER, "approves parameters and limits",
          Role.AUDITOR, "reads who did what",
          Role.INSTALLER, "binds and tests terminals",
          Role.CLERK, "scans the waybills of one place",
          Role.ADMINISTRATOR, "accounts, keys, plan, proposed parameters; decides on no alarm");

  @Spec private CommandSpec spec;

  @Option(names = "--http-port", defaultValue = "8080", description = "port of the web map")
  private int httpPort;

  @Option(names = "--terminal-port", defaultValue = "7611", description = "port of the terminals")
  private int terminalPort;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder that keeps the data; without one a temporary folder")
  private Path data;

  @Option(names = "--headless", description = "no hint to open a browser")
  private boolean headless;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "stop after this time, as 180s, and print a summary as one JSON line")
  private Duration duration;

  @Option(
      names = "--speed",
      defaultValue = "10",
      description = "simulated seconds per second, up to 60")
  private double speed;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!(speed > 0 && speed <= FASTEST)) {
      throw new ParameterException(
          spec.commandLine(), "--speed " + speed + " is not more than 0 and up to " + FASTEST);
    }
    Path folder = data == null ? Files.createTempDirectory("qingtu-demo-") : data;
    CountDownLatch closed = new CountDownLatch(1);
    try {
      return run(folder, closed);
    } catch (RuntimeException e) {
      LOG.debug("the demonstration fails", e);
      boolean portTaken = e.getCause() instanceof BindException && e instanceof CompletionException;
      System.err.println(
          "tracker demo: "
              + (portTaken ? "--http-port " + httpPort + " is taken" : e.getMessage()));
      return 1;
    } finally {
      if (data == null) {
        delete(folder);
      }
      closed.countDown();
    }
  }

  private int run(Path folder, CountDownLatch closed) throws IOException, InterruptedException {
    LocalDate today = LocalDate.now(DailyHours.CITY_ZONE);
    try (Demonstration demo = new Demonstration(folder, today, speed, httpPort, terminalPort)) {
      Thread hook = new Thread(() -> stop(demo, closed), "stop");
      Runtime.getRuntime().addShutdownHook(hook);
      greet(demo);
      demo.play(duration == null ? FOREVER : duration);
      if (duration != null) {
        System.out.println(Json.write(demo.summary()));
      }
    }
    return 0;
  }

  private void greet(Demonstration demo) {
    Staff.Member first = demo.staff().get(0);
    System.out.printf(
        "http://127.0.0.1:%d  login %s, password %s%n",
        demo.httpPort(), first.login(), Demonstration.PASSWORD);
    System.out.println("Everybody has this password and does what is his or hers, nobody all:");
    demo.staff().forEach(m -> greet(m.login(), m.role(), m.name()));
    greet(Staff.ADMINISTRATOR, Role.ADMINISTRATOR, "系统管理员");
    System.out.println("The city, its places and its vehicles are synthetic.");
    if (!headless) {
      System.out.println("Open the address in a browser; Ctrl-C ends the demonstration.");
    }
  }

  private static void greet(String login, Role role, String name) {
    System.out.printf("  login %-10s %s (%s)%n", login, DUTIES.get(role), name);
  }

  /** On Ctrl-C the virtual machine waits until everything is closed. */
  private static void stop(Demonstration demo, CountDownLatch closed) {
    demo.stop();
    try {
      closed.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("the temporary folder {} stays: {}", folder, e.getMessage());
    }
  }
}
