package io.qingtu.web.bench;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.qingtu.fixtures.dataset.Rows;
import io.qingtu.route.plan.CityPlan;
import io.qingtu.server.ServerConfig;
import io.qingtu.server.TrackerServer;
import io.qingtu.server.config.ConfigReader;
import io.qingtu.server.dataset.TerminalFile;
import io.qingtu.server.store.Account.Role;
import io.qingtu.server.store.UserStore;
import io.qingtu.web.http.Passwords;
import io.qingtu.web.live.CityClock;
import io.qingtu.web.server.Front;
import io.qingtu.web.server.InOneProcess;
import io.qingtu.web.server.WebConfig;
import io.qingtu.web.server.WebServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole server as {@code serve} runs it, on free ports, with a city and its terminals. */
final class BenchServer implements AutoCloseable {
  /** A supervisor's: what the loads do is his or her day. */
  static final String LOGIN = "jianguan1";

  static final String PASSWORD = "a password of the bench";

  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final TrackerServer server;
  private final WebServer web;

  /**
   * Starts it.
   *
   * @param database URL of an empty one
   * @param folder for media
   */
  BenchServer(String database, Path folder, CityPlan plan, List<Rows.Terminal> terminals) {
    ConfigReader in =
        new ConfigReader(
            Map.ofEntries(
                Map.entry("database.url", database),
                Map.entry("media.folder", folder.resolve("media").toString()),
                Map.entry("journal.folder", folder.resolve("journal").toString()),
                Map.entry("gateway.port", "0"),
                Map.entry("gateway.connections", "100000"),
                Map.entry("gateway.connections-per-address", "100000"),
                // what a terminal would draw for it is the load's cost, not the server's
                Map.entry("command.snapshot-on-lift", "false"),
                Map.entry("web.port", "0"),
                Map.entry("web.admin-password", PASSWORD)),
            Map.of());
    ServerConfig config = ServerConfig.read(in);
    WebConfig webConfig = WebConfig.read(in);
    in.finish();
    server = new TrackerServer(config, Clock.systemUTC(), meters);
    web = InOneProcess.web(new Front(webConfig, meters), server.components(), CityClock.REAL);
    try {
      server.components().plans().write(plan);
      server
          .components()
          .terminals()
          .enter(
              terminals.stream()
                  .map(t -> new TerminalFile.Entry(t.phone(), t.plate(), t.profile()))
                  .toList());
      web.start();
      new UserStore(server.components().database())
          .add(LOGIN, "监管员", Role.SUPERVISOR, Optional.empty(), Passwords.hash(PASSWORD));
      server.start();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  InetSocketAddress gateway() {
    return new InetSocketAddress("127.0.0.1", server.components().gateway().port());
  }

  int webPort() {
    return web.port();
  }

  /** Positions stored so far. */
  long stored() {
    return server.components().positions().count();
  }

  @Override
  public void close() {
    web.close();
    server.close();
  }
}
