package io.qingtu.server.store;

import java.sql.SQLException;

/** The database did not do what was asked; says whether asking again could help. */
public final class StoreException extends RuntimeException {
  private final String state;

  public StoreException(String doing, SQLException cause) {
    super(doing + ": " + cause.getMessage(), cause);
    this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
  }

  /** SQLState of the cause; empty where it has none. */
  public String state() {
    return state;
  }

  /** Whether a row of the same key is there already (unique_violation). */
  boolean isDuplicate() {
    return state.equals("23505");
  }

  /**
   * Whether the fault lies with what was sent (class 22 data exception, class 23 constraint), so
   * that the same again would fail the same way. Everything else may pass: a lost connection, a
   * restart, a full disk.
   */
  public boolean isPermanent() {
    return state.startsWith("22") || state.startsWith("23");
  }
}
