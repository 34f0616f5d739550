package io.qingtu.web.server;

import io.qingtu.server.store.Database;
import java.util.Optional;

/** How far the server has come, for those who run it. Any thread. */
public final class Health {
  /** What it does now. */
  public enum Stage {
    WAITING_FOR_DATABASE("waiting-for-database"),
    STARTING("starting"),
    STARTED("started");

    private final String code;

    Stage(String code) {
      this.code = code;
    }

    /** As probes see it. */
    public String code() {
      return code;
    }
  }

  private volatile Stage stage = Stage.WAITING_FOR_DATABASE;
  private volatile Optional<Database> database = Optional.empty();

  public Stage stage() {
    return stage;
  }

  /** From now on it does this. */
  public void reached(Stage next) {
    stage = next;
  }

  /** From now on this is the database, without which nothing is ready. */
  public void needs(Database needed) {
    database = Optional.of(needed);
  }

  /** Whether the database answers; blocks on it for some seconds at most. */
  boolean databaseAnswers() {
    return database.map(Database::answers).orElse(false);
  }
}
