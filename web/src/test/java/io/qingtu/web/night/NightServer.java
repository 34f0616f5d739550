package io.qingtu.web.night;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.qingtu.fixtures.fleet.ConnectedFleet;
import io.qingtu.fixtures.track.Fix;
import io.qingtu.server.Components;
import io.qingtu.server.ServerConfig;
import io.qingtu.server.TrackerServer;
import io.qingtu.server.config.ConfigReader;
import io.qingtu.web.demo.SimulatedClock;
import io.qingtu.web.demo.Staff;
import io.qingtu.web.live.CityClock;
import io.qingtu.web.server.Front;
import io.qingtu.web.server.InOneProcess;
import io.qingtu.web.server.WebConfig;
import io.qingtu.web.server.WebServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * The whole server on a clock that is moved by hand: what the vehicles send until a moment goes
 * over TCP, is acknowledged, analyzed and judged before that moment has come.
 */
final class NightServer implements AutoCloseable {
  static final String PASSWORD = "a password of the night";

  private static final Duration STEP = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final SimulatedClock clock;
  private final TrackerServer server;
  private final WebServer web;
  private final ConnectedFleet terminals;
  private final Deque<Fix> waiting;

  /**
   * Starts it.
   *
   * @param database URL of an empty one
   * @param folder for media and the city's files
   */
  NightServer(String database, Path folder, NightCity night, NightScenes scenes, Instant start)
      throws IOException {
    ConfigReader in =
        new ConfigReader(
            Map.ofEntries(
                Map.entry("database.url", database),
                Map.entry("media.folder", folder.resolve("media").toString()),
                Map.entry("evidence.key-folder", folder.resolve("key").toString()),
                Map.entry("journal.folder", folder.resolve("journal").toString()),
                Map.entry("gateway.port", "0"),
                Map.entry("web.port", "0"),
                Map.entry("web.city-name", "示例市（合成数据）"),
                Map.entry("web.admin-password", PASSWORD)),
            Map.of());
    ServerConfig config = ServerConfig.read(in);
    WebConfig webConfig = WebConfig.read(in);
    in.finish();
    clock = new SimulatedClock(start, 1);
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    server = new TrackerServer(config, clock, meters);
    web =
        InOneProcess.web(
            new Front(webConfig, meters), server.components(), new CityClock(clock, 1));
    night.write(folder.resolve("city"), night.underpass(scenes.route()));
    Components parts = server.components();
    parts.settings().declareSynthetic();
    parts.planImport().run(folder.resolve("city"));
    web.start();
    Staff.of(night.city()).add(parts.database(), PASSWORD);
    server.start();
    terminals =
        new ConnectedFleet(
            new InetSocketAddress("127.0.0.1", parts.gateway().port()), night.data().terminals());
    waiting = new ArrayDeque<>(scenes.fixes());
  }

  /** Lets everything happen until a moment; later ones than now only. */
  void play(Instant until) throws InterruptedException {
    clock.stop();
    server.lookAtNews();
    while (!waiting.isEmpty() && !waiting.peek().receivedTime().isAfter(until)) {
      Instant next = waiting.peek().receivedTime().plus(STEP);
      clock.set(next.isBefore(until) ? next : until);
      List<Fix> due = new ArrayList<>();
      while (!waiting.isEmpty() && !waiting.peek().receivedTime().isAfter(clock.instant())) {
        due.add(waiting.poll());
      }
      terminals.send(due);
      if (!terminals.awaitAcknowledgements(PATIENCE)) {
        throw new IllegalStateException("positions until " + clock.instant() + " are not stored");
      }
    }
    clock.set(until);
    clock.run();
    judge();
  }

  /** What the server does by itself every minute, done now: the night waits for no timer. */
  private void judge() {
    server.lookAtNews();
    server.components().analysis().judgeNow();
    server.components().caseClerk().run();
  }

  String address() {
    return "http://127.0.0.1:" + web.port();
  }

  @Override
  public void close() {
    terminals.close();
    web.close();
    server.close();
  }
}
