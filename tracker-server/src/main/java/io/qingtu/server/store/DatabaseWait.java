package io.qingtu.server.store;

import io.qingtu.server.config.ConfigException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for a database server that is not there, or not there yet. */
public final class DatabaseWait {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWait.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
  private static final Duration REMINDER = Duration.ofMinutes(1);

  /** For one attempt, s: a server that hangs answers nothing at all. */
  private static final String PATIENCE_SECONDS = "10";

  /** Classes of SQLSTATE that a wrong configuration has: authorization, no such database. */
  private static final String CONFIGURATION = "(28|3D).*";

  private DatabaseWait() {}

  /**
   * Returns when the server takes a connection; at once where it is our own to start.
   *
   * @throws ConfigException where waiting does not help: no such database or user, a wrong password
   */
  public static void until(Database.Config config) throws InterruptedException {
    if (config.isEmbedded()) {
      return;
    }
    Duration pause = FIRST_PAUSE;
    long reminded = System.nanoTime() - REMINDER.toNanos();
    Optional<StoreException> why = attempt(config);
    while (why.isPresent()) {
      if (System.nanoTime() - reminded >= REMINDER.toNanos()) {
        reminded = System.nanoTime();
        LOG.warn("waiting for the database: {}", why.get().getMessage());
      }
      Thread.sleep(pause.toMillis()); // a server that is not there tells nobody when it comes
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
      why = attempt(config);
    }
  }

  /** Why the server takes no connection now; empty where it does. */
  private static Optional<StoreException> attempt(Database.Config config) {
    Properties properties = new Properties();
    if (!config.user().isEmpty()) {
      properties.setProperty("user", config.user());
      properties.setProperty("password", config.password());
    }
    properties.setProperty("loginTimeout", PATIENCE_SECONDS);
    properties.setProperty("ApplicationName", "qingtu");
    try {
      DriverManager.getConnection(config.url(), properties).close();
      return Optional.empty();
    } catch (SQLException e) {
      StoreException refusal = new StoreException("connecting to the database", e);
      if (refusal.state().matches(CONFIGURATION)) {
        throw new ConfigException(List.of("database.url: " + e.getMessage()));
      }
      return Optional.of(refusal);
    }
  }
}
