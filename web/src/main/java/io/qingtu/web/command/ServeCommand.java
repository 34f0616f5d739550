package io.qingtu.web.command;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.qingtu.server.Components;
import io.qingtu.server.ServerConfig;
import io.qingtu.server.TrackerServer;
import io.qingtu.server.config.ConfigException;
import io.qingtu.server.config.ConfigReader;
import io.qingtu.web.live.CityClock;
import io.qingtu.web.server.InOneProcess;
import io.qingtu.web.server.WebConfig;
import io.qingtu.web.server.WebServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code serve --config FILE}: the production server. Gateway, analysis and web can each be
 * switched off in the file, so that they may run apart on one database. Runs until SIGTERM.
 */
@Command(
    name = "serve",
    description = "The production server: gateway, analysis, web",
    mixinStandardHelpOptions = true)
public final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "properties file; the environment overrides a.b-c as QINGTU_A_B_C")
  private Path file;

  record Config(ServerConfig server, WebConfig web) {}

  @Override
  public Integer call() throws InterruptedException {
    Config config;
    try {
      ConfigReader in = ConfigReader.of(file, System.getenv());
      config = read(in);
      LOG.info("configuration {}", in.effective());
    } catch (ConfigException e) {
      e.problems().forEach(p -> System.err.println("tracker serve: " + p));
      return 2;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    try {
      serve(config, stopped);
    } catch (RuntimeException e) {
      LOG.debug("start failed", e);
      System.err.println("tracker serve: " + e.getMessage());
      return 1;
    }
    stopped.await();
    return 0;
  }

  /**
   * Every key of the command.
   *
   * @throws ConfigException that names all keys that are wrong
   */
  static Config read(ConfigReader in) {
    Config config = new Config(ServerConfig.read(in), WebConfig.read(in));
    in.finish();
    return config;
  }

  private static void serve(Config config, CountDownLatch stopped) {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    TrackerServer server = new TrackerServer(config.server(), Clock.systemUTC(), meters);
    Optional<WebServer> web = Optional.empty();
    try {
      Components components = server.components();
      LOG.info("tracks: {}", components.upkeep().describe());
      server.importPlan();
      if (config.web().enabled()) {
        web = Optional.of(web(config, components, meters));
      }
      server.start();
    } catch (RuntimeException e) {
      web.ifPresent(WebServer::close);
      server.close();
      throw e;
    }
    Optional<WebServer> started = web;
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  // no reader is left hanging, then what was received is stored
                  started.ifPresent(WebServer::close);
                  server.close();
                  stopped.countDown();
                },
                "stop"));
  }

  private static WebServer web(
      Config config, Components components, PrometheusMeterRegistry meters) {
    WebServer web = InOneProcess.web(config.web(), components, CityClock.REAL, meters);
    try {
      web.start();
      if (!config.server().gateway().enabled() || !config.server().analysis().enabled()) {
        web.watchDatabase();
      }
    } catch (RuntimeException e) {
      web.close();
      throw e;
    }
    return web;
  }
}
