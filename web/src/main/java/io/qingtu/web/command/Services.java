package io.qingtu.web.command;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.qingtu.server.Components;
import io.qingtu.server.TrackerServer;
import io.qingtu.server.store.DatabaseWait;
import io.qingtu.server.store.StoreException;
import io.qingtu.web.live.CityClock;
import io.qingtu.web.server.Front;
import io.qingtu.web.server.Health.Stage;
import io.qingtu.web.server.InOneProcess;
import io.qingtu.web.server.WebServer;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code serve} runs: gateway, analysis and web, as the configuration has them. It comes up
 * also where the database is not there yet, and waits for it: the register of terminals lies there,
 * so nobody can be let in before, and what an earlier run has left in the journal stays.
 */
final class Services implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Services.class);

  private final ServerFile config;
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Optional<Front> front;

  /** The last one is closed first. */
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  private Services(ServerFile config) {
    this.config = config;
    countProcess(meters);
    front =
        config.web().answers() ? Optional.of(new Front(config.web(), meters)) : Optional.empty();
  }

  /**
   * Returns when all of it runs.
   *
   * @throws io.qingtu.server.config.ConfigException where a value turns out to be wrong
   * @throws RuntimeException where a file of the plan is wrong, or a port taken
   */
  static Services start(ServerFile config) throws InterruptedException {
    while (true) {
      Services services = new Services(config);
      try {
        services.run();
        return services;
      } catch (StoreException e) {
        services.close();
        if (e.blame() != StoreException.Blame.SERVER) {
          throw e;
        }
        LOG.warn("the database went away during the start: {}", e.getMessage());
      } catch (RuntimeException | InterruptedException e) {
        services.close();
        throw e;
      }
    }
  }

  private void run() throws InterruptedException {
    front.ifPresent(open::push);
    reached(Stage.WAITING_FOR_DATABASE);
    front.ifPresent(Front::open);
    DatabaseWait.until(config.server().database());
    reached(Stage.STARTING);
    TrackerServer server = new TrackerServer(config.server(), Clock.systemUTC(), meters);
    open.push(server);
    Components components = server.components();
    LOG.info("tracks: {}", components.upkeep().describe());
    server.importPlan();
    front.ifPresent(f -> show(f, components));
    server.start();
    reached(Stage.STARTED);
  }

  private void show(Front shown, Components components) {
    if (!config.web().enabled()) {
      shown.health().needs(components.database());
      shown.showNone();
      return;
    }
    WebServer web = InOneProcess.web(shown, components, CityClock.REAL);
    open.push(web);
    web.start();
    web.freezeReports();
    if (!config.server().gateway().enabled() || !config.server().analysis().enabled()) {
      web.watchDatabase();
    }
  }

  private void reached(Stage stage) {
    front.ifPresent(f -> f.health().reached(stage));
  }

  private static void countProcess(MeterRegistry meters) {
    new JvmMemoryMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new FileDescriptorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
  }

  /** No reader is left hanging, then what was received is stored. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.error("a part of the server cannot be closed", e);
      }
    }
  }
}
