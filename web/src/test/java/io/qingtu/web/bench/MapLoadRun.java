package io.qingtu.web.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qingtu.fixtures.ProjectHome;
import io.qingtu.fixtures.TestDatabase;
import io.qingtu.fixtures.fleet.ConnectedFleet;
import io.qingtu.fixtures.terminal.Acknowledgement;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

/**
 * The live map in a real browser while a whole fleet reports: the main class of {@code
 * scripts/map-load.sh}. The browser's own figures come from {@code ui/e2e/mapLoad.mjs}; what is
 * added is how long it was from the terminal's writing of a deciding fix to the alert on the
 * screen, by the one clock of the machine.
 */
final class MapLoadRun {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int INTERVAL_SECONDS = 10;
  private static final long SECONDS_BETWEEN_OFFENCES = 4;

  /** Until the analysis has taken in the whole fleet and what is compiled is. */
  private static final long WARM_UP_ROUNDS = 3;

  /** Long enough for every rule that it stands for, at a fix each ten seconds. */
  private static final Duration OFFENCE = Duration.ofMinutes(2);

  private static final double MOST_LONG_TASKS = 0.05;
  private static final double MOST_ALARM_SECONDS = 2;

  /** Of the heap in the second half: what a moment holds varies by as much. */
  private static final double MOST_GROWTH = 1.05;

  private record Key(String plate, Instant fixTime) {}

  private final OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
  private final Map<Key, Long> written = new ConcurrentHashMap<>();
  private final Map<String, String> plates = new ConcurrentHashMap<>();
  private final OffendingFleet fleet;

  private MapLoadRun(int vehicles) {
    fleet = new OffendingFleet(new BenchCity(vehicles));
    fleet.terminals().forEach(t -> plates.put(t.phone(), t.plate()));
  }

  /** Arguments: vehicles, seconds, path of the browser. */
  public static void main(String[] args) throws Exception {
    int seconds = Integer.parseInt(args[1]);
    System.exit(new MapLoadRun(Integer.parseInt(args[0])).run(seconds, args[2]) ? 0 : 1);
  }

  private boolean run(int seconds, String chromium) throws IOException, InterruptedException {
    double loadBefore = machine.getSystemLoadAverage();
    try (TestDatabase database = TestDatabase.forClass(MapLoadRun.class);
        MapLoadServer server = new MapLoadServer(database.url(), fleet.size());
        ConnectedFleet terminals =
            new ConnectedFleet(server.gateway(), fleet.terminals(), this::acknowledged)) {
      fleet.begin(terminals, PATIENCE);
      System.err.printf("map-load: %,d vehicles are connected%n", fleet.size());
      Drive drive = new Drive(terminals);
      drive.on(n -> n < WARM_UP_ROUNDS * fleet.size());
      Process browser = browser(server.webPort(), seconds, chromium);
      try {
        drive.on(n -> browser.isAlive());
        return browser.waitFor() == 0
            && judged(JSON.readTree(browser.getInputStream()), loadBefore);
      } finally {
        browser.destroy();
      }
    }
  }

  private Process browser(int port, int seconds, String chromium) throws IOException {
    Path ui = ProjectHome.find().orElseThrow().resolve("web/ui");
    ProcessBuilder builder =
        new ProcessBuilder("node", "e2e/mapLoad.mjs")
            .directory(ui.toFile())
            .redirectError(Redirect.INHERIT);
    builder
        .environment()
        .putAll(
            Map.of(
                "QINGTU_URL",
                "http://127.0.0.1:" + port,
                "QINGTU_LOGIN",
                BenchServer.LOGIN,
                "QINGTU_PASSWORD",
                BenchServer.PASSWORD,
                "CHROMIUM",
                chromium,
                "SECONDS",
                Integer.toString(seconds)));
    return builder.start();
  }

  /** Each vehicle reports in its own step of the ten seconds. */
  private final class Drive {
    private final ConnectedFleet terminals;
    private final Instant first = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    private final long begun = System.nanoTime();
    private long reports;
    private long offended;

    Drive(ConnectedFleet terminals) {
      this.terminals = terminals;
    }

    /** Goes on while the number of reports so far says so. */
    void on(LongPredicate more) {
      long interval = TimeUnit.SECONDS.toNanos(INTERVAL_SECONDS);
      for (; more.test(reports); reports++) {
        int vehicle = (int) (reports % fleet.size());
        long due = reports / fleet.size() * interval + vehicle * interval / fleet.size();
        await(begun + due);
        long second = TimeUnit.NANOSECONDS.toSeconds(due);
        Instant now = first.plusSeconds(second);
        if (second / SECONDS_BETWEEN_OFFENCES > offended) {
          offended = second / SECONDS_BETWEEN_OFFENCES;
          fleet.offend(now, OFFENCE);
        }
        terminals.send(List.of(fleet.drive(vehicle, now, INTERVAL_SECONDS)));
      }
    }

    private static void await(long moment) {
      for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }

  private void acknowledged(Acknowledgement ack) {
    long millis = System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(ack.nanos());
    written.put(new Key(plates.get(ack.phone()), ack.fixTime()), millis);
  }

  /** Prints the figures; whether they are good. */
  private boolean judged(JsonNode browser, double loadBefore) {
    List<Double> seconds = secondsToScreen(browser.get("alerts"));
    double p95 = at(seconds, 0.95);
    double growth =
        browser.at("/heapMb/end").doubleValue() / browser.at("/heapMb/middle").doubleValue();
    ObjectNode figures = (ObjectNode) browser.deepCopy();
    figures.remove("alerts");
    figures
        .put("alarms", seconds.size())
        .put("alarmToScreenP50Seconds", at(seconds, 0.5))
        .put("alarmToScreenP95Seconds", p95)
        .put("loadBefore", loadBefore)
        .put("loadAfter", machine.getSystemLoadAverage())
        .put("machineCores", machine.getAvailableProcessors());
    System.out.println(figures);
    Set<String> bad = new TreeSet<>();
    if (browser.get("longTaskShare").doubleValue() >= MOST_LONG_TASKS) {
      bad.add("long tasks");
    }
    if (!(p95 < MOST_ALARM_SECONDS)) {
      bad.add("alarm to screen");
    }
    if (growth >= MOST_GROWTH) {
      bad.add("heap");
    }
    bad.forEach(what -> System.err.println("map-load: not as promised: " + what));
    return bad.isEmpty();
  }

  /**
   * Of every alarm that the page has shown, ascending; what took too long is said with its legs.
   */
  private List<Double> secondsToScreen(JsonNode alerts) {
    List<Double> seconds = new ArrayList<>();
    for (JsonNode seen : alerts) {
      Instant decided = time(seen, "decided");
      Long fix = written.get(new Key(seen.get("plate").textValue(), decided));
      if (fix != null) {
        double shown = (seen.get("shownAt").doubleValue() - fix) / 1000;
        seconds.add(shown);
        if (shown >= MOST_ALARM_SECONDS) {
          System.err.printf(
              "map-load: alarm %s by %s of %s: in the store after %.2f s, on the screen after %.2f s%n",
              seen.get("id").textValue(),
              seen.get("rule").textValue(),
              decided,
              (time(seen, "filed").toEpochMilli() - fix) / 1000.0,
              shown);
        }
      }
    }
    seconds.sort(null);
    return seconds;
  }

  private static Instant time(JsonNode row, String name) {
    return OffsetDateTime.parse(row.get(name).textValue()).toInstant();
  }

  private static double at(List<Double> sorted, double share) {
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, index));
  }
}
