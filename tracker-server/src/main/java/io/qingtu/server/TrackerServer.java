package io.qingtu.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.qingtu.server.analyze.PaperWatch;
import io.qingtu.server.analyze.RulesWatch;
import io.qingtu.server.store.DriverQueries;
import io.qingtu.server.store.ExemptionStore;
import io.qingtu.server.store.LayUpStore;
import io.qingtu.server.store.PaperNews;
import io.qingtu.server.store.WaterStore;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server: terminals in, positions stored, alerts out. */
public final class TrackerServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TrackerServer.class);
  private static final long REGISTER_SECONDS = 10;
  private static final long TRAITS_SECONDS = 30;

  private final ServerConfig config;
  private final Components components;
  private final RulesWatch rules;
  private final PaperWatch papers;
  private final ScheduledExecutorService housekeeping =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "housekeeping"));

  /**
   * Opens the database and makes every part; nothing listens yet.
   *
   * @param clock the server's time
   * @param meters where the server counts
   */
  public TrackerServer(ServerConfig config, Clock clock, MeterRegistry meters) {
    this.config = config;
    components = new Components(config, clock, meters);
    WaterStore water = new WaterStore(components.database());
    ExemptionStore exemptions = new ExemptionStore(components.database());
    LayUpStore layUps = new LayUpStore(components.database());
    DriverQueries drivers = new DriverQueries(components.database());
    rules =
        new RulesWatch(
            () ->
                List.of(
                    water.closures(),
                    exemptions.approved(),
                    layUps.steps(),
                    drivers.steps(),
                    components.inForce().number(),
                    components.plans().newestEdit()),
            this::reloadPlan);
    papers = new PaperWatch(new PaperNews(components.database()), components.analysis());
  }

  /**
   * Files the plan and the terminals of the folder that the configuration names; to be called
   * before anything reads them.
   *
   * @throws io.qingtu.server.dataset.DataSetException where one of its files is wrong
   */
  public void importPlan() {
    config.plan().folder().ifPresent(components.planImport()::run);
  }

  /**
   * Brings the analysis to where it was, then opens the terminals' port.
   *
   * @throws IllegalStateException where the port is taken
   */
  public void start() {
    if (config.gateway().simulatedTerminals() > 0) {
      components.terminals().enterSimulated(config.gateway().simulatedTerminals());
    }
    if (config.analysis().enabled()) {
      components.fileParameters();
    }
    if (config.analysis().enabled() || asksForLifts()) {
      rules.start();
    }
    if (config.analysis().enabled()) {
      papers.start();
      components.analysis().start(components.rules());
      components.addPositionFeed(components.analysis());
      components.lookBack().start(components::rulesFor);
      components.caseClerk().start();
    }
    if (config.attachment().enabled()) {
      components.attachments().start();
    }
    if (asksForLifts()) {
      components.lifts().plan(components.rules());
      components.addPositionFeed(components.lifts());
    }
    if (config.gateway().enabled()) {
      removeAbandoned();
      components.pipeline().start();
      components.safetyDesk().start();
      components.directory().start();
      components.gateway().start();
      components.uptime().start();
      components.desk().start();
    }
    components.upkeep().start();
    housekeeping.scheduleWithFixedDelay(
        this::refreshRegister, REGISTER_SECONDS, REGISTER_SECONDS, TimeUnit.SECONDS);
    housekeeping.scheduleWithFixedDelay(
        components::fileTraits, TRAITS_SECONDS, TRAITS_SECONDS, TimeUnit.SECONDS);
    LOG.info("server started");
  }

  /** Whether this process goes by places and parameters even where it does not analyze. */
  private boolean asksForLifts() {
    return config.gateway().enabled() && components.lifts().enabled();
  }

  /**
   * The plan on file has changed, or other parameters are in force: goes on with them, and where
   * this process analyzes, analyzes the window again. Blocks until that is done.
   */
  public void reloadPlan() {
    components.terminals().reload();
    if (components.lifts().enabled()) {
      components.lifts().plan(components.rules());
    }
    if (config.analysis().enabled()) {
      papers.reload(components::rules);
    }
  }

  /** Looks now for what changes the analysis, and not only within half a minute. */
  public void lookAtNews() {
    rules.look();
    papers.look();
  }

  public Components components() {
    return components;
  }

  /** Stops listening, stores what was received, closes the database. */
  @Override
  public void close() {
    housekeeping.shutdownNow();
    rules.close();
    papers.close();
    components.close();
    LOG.info("server stopped");
  }

  /** A left file costs room, no more. */
  private void removeAbandoned() {
    try {
      // by the clock that files are dated by
      components.media().folder().removeAbandoned(Instant.now());
    } catch (UncheckedIOException e) {
      LOG.warn("incoming media are not tidied: {}", e.getMessage());
    }
  }

  private void refreshRegister() {
    try {
      components.terminals().refresh();
    } catch (RuntimeException e) {
      LOG.warn("the register of terminals is not read again: {}", e.getMessage());
    }
  }
}
