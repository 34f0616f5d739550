package io.qingtu.web.demo;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.qingtu.fixtures.city.SampleCity;
import io.qingtu.fixtures.fleet.ConnectedFleet;
import io.qingtu.fixtures.fleet.Fleet;
import io.qingtu.fixtures.fleet.FleetTerms;
import io.qingtu.route.alert.Alert;
import io.qingtu.route.plan.DailyHours;
import io.qingtu.server.Components;
import io.qingtu.server.ServerConfig;
import io.qingtu.server.TrackerServer;
import io.qingtu.server.config.ConfigReader;
import io.qingtu.server.store.StoredAlert;
import io.qingtu.web.live.CityClock;
import io.qingtu.web.server.Front;
import io.qingtu.web.server.Health;
import io.qingtu.web.server.InOneProcess;
import io.qingtu.web.server.WebConfig;
import io.qingtu.web.server.WebServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sample city's evening, live: an embedded database, the server, the web and a simulated fleet
 * that speaks JT/T 808 to the terminals' port. Simulated time begins at 21:00 of a day.
 */
public final class Demonstration implements AutoCloseable {
  /** Of every account; the web listens on the loopback and the city is made up. */
  public static final String PASSWORD = "qingtu-demo";

  private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
  private static final LocalTime EVENING = LocalTime.of(21, 0);
  private static final long STEP_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final SampleCity city;
  private final Staff staff;
  private final Instant start;
  private final SimulatedClock clock;
  private final Components components;
  private final TrackerServer server;
  private final WebServer web;
  private final Fleet fleet;
  private final ConnectedFleet terminals;
  private final long storedBefore;
  private volatile boolean stopping;

  /**
   * Brings everything up; the fleet stands still.
   *
   * @param folder for the database and the city's files
   * @param day on whose evening it begins; a later one where the folder holds that evening already
   * @throws io.qingtu.server.config.ConfigException where the configuration is wrong
   */
  public Demonstration(Path folder, LocalDate day, double speed, int httpPort, int terminalPort)
      throws IOException {
    ConfigReader in = new ConfigReader(keys(folder, httpPort, terminalPort), Map.of());
    ServerConfig serverConfig = ServerConfig.read(in);
    WebConfig webConfig = WebConfig.read(in);
    in.finish();
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    clock = new SimulatedClock(evening(day), speed);
    server = new TrackerServer(serverConfig, clock, meters);
    components = server.components();
    Front front = new Front(webConfig, meters);
    web = InOneProcess.web(front, components, new CityClock(clock, speed));
    try {
      LocalDate free = firstFree(day);
      start = evening(free);
      clock.set(start);
      city = SampleCity.of(SampleCity.SEED, free);
      staff = Staff.of(city);
      storedBefore = components.positions().count();
      enter(folder.resolve("city"));
      web.start();
      web.freezeReports();
      staff.add(components.database(), PASSWORD);
      server.start();
      front.health().reached(Health.Stage.STARTED);
      fleet = Fleet.scripted(city, start, FleetTerms.USUAL.ofGoodAndBad());
      terminals =
          new ConnectedFleet(
              new InetSocketAddress("127.0.0.1", components.gateway().port()),
              city.data().terminals());
    } catch (RuntimeException | IOException e) {
      web.close();
      server.close();
      throw e;
    }
  }

  private static Instant evening(LocalDate day) {
    return day.atTime(EVENING).atZone(DailyHours.CITY_ZONE).toInstant();
  }

  /** The first day from this one on whose evening the database has not seen. */
  private LocalDate firstFree(LocalDate day) {
    return components.positions().latest().stream()
        .map(p -> p.fixTime().atZone(DailyHours.CITY_ZONE).toLocalDate().plusDays(1))
        .filter(next -> next.isAfter(day))
        .max(Comparator.naturalOrder())
        .orElse(day);
  }

  private static Map<String, String> keys(Path folder, int httpPort, int terminalPort) {
    Map<String, String> keys = new TreeMap<>();
    keys.put("database.url", "embedded:" + folder.resolve("database"));
    keys.put("media.folder", folder.resolve("media").toString());
    keys.put("evidence.key-folder", folder.resolve("evidence-key").toString());
    keys.put("journal.folder", folder.resolve("journal").toString());
    keys.put("gateway.port", Integer.toString(terminalPort));
    keys.put("web.port", Integer.toString(httpPort));
    keys.put("web.city-name", "示例市（合成数据）");
    keys.put("web.admin-password", PASSWORD);
    return keys;
  }

  /** The plan and the terminals, by way of the same files that any city comes in. */
  private void enter(Path files) throws IOException {
    city.write(files);
    components.settings().declareSynthetic();
    components.planImport().run(files);
  }

  /** The web's port. */
  public int httpPort() {
    return web.port();
  }

  /** Who may sign in beside {@code admin}. */
  public List<Staff.Member> staff() {
    return staff.members();
  }

  /** Lets the fleet drive for so much real time, or until {@link #stop()}. */
  public void play(Duration duration) throws InterruptedException {
    long end = System.nanoTime() + duration.toNanos();
    clock.run();
    while (!stopping && System.nanoTime() < end) {
      terminals.send(fleet.until(clock.instant()));
      Thread.sleep(STEP_MILLIS); // the pace of the fleet: simulated time goes by the real clock
    }
    clock.stop();
  }

  /** Ends {@link #play} soon. */
  public void stop() {
    stopping = true;
  }

  /** Waits for what is on its way and holds alerts against what was staged. */
  public Summary summary() throws InterruptedException {
    Instant end = clock.instant();
    if (!terminals.awaitAcknowledgements(PATIENCE)) {
      LOG.warn("not all positions are acknowledged after {} s", PATIENCE.toSeconds());
    }
    components.analysis().judgeNow();
    List<Alert> alerts =
        components.alerts().between(start, end.plusSeconds(1)).stream()
            .map(StoredAlert::alert)
            .toList();
    Score score = Score.of(fleet.truth(), alerts, end);
    score.missed().forEach(e -> LOG.warn("missed: {}", e));
    score.unstaged().forEach(a -> LOG.warn("not staged: {}", a));
    return new Summary(
        terminals.sent(),
        terminals.acknowledged(),
        components.positions().count() - storedBefore,
        score.expected(),
        score.raised(),
        score.missed().size(),
        score.unstaged().size(),
        components.database().hypertable() ? "timescaledb" : "postgresql");
  }

  @Override
  public void close() {
    terminals.close();
    web.close();
    server.close();
  }
}
